import { factsOf } from '@guichet/admissions/notice/freeze-notice';
import { changesOfNotice } from '@guichet/domain/notice/notice-changes';
import { objectionsToFreezing } from '@guichet/domain/notice/notice-freezing';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { campaignById } from '../campaign/campaign.loaders.ts';
import type { Context } from '../principal/request-context.ts';
import { specialismById } from '../specialism/specialism.loaders.ts';
import { SpecialismType } from '../specialism/specialism.type.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';
import { worded } from '../user-error/worded.ts';
import { noticeById } from './notice.loaders.ts';
import type { ShownDraft } from './notice-draft.loaders.ts';
import { NoticeChangeType, NoticeDraftType } from './notice-draft.type.ts';

@Resolver(() => NoticeDraftType)
export class NoticeDraftResolver {
  @FieldResolver({ description: 'Of which campaign.' })
  campaign(@Root() { campaignId }: ShownDraft, @Ctx() context: Context) {
    return campaignById(context).load(campaignId);
  }

  @FieldResolver({ description: 'The version in force. Null until the first is frozen.' })
  inForce(@Root() { inForceId }: ShownDraft, @Ctx() context: Context) {
    return inForceId === null ? null : noticeById(context).load(inForceId);
  }

  @FieldResolver(() => [SpecialismType], { description: 'What the school would admit to (spécialités).' })
  async specialisms(@Root() { rules }: ShownDraft, @Ctx() context: Context): Promise<readonly SpecialismType[]> {
    const named = await Promise.all(rules.specialisms.map(({ id }) => specialismById(context).load(id)));
    return named.map((row, index) => ({ ...row, admittedMentions: rules.specialisms[index]?.admittedMentions ?? [] }));
  }

  @FieldResolver(() => [NoticeChangeType], { description: 'What freezing would change of the version in force (modifications).' })
  changes(@Root() { inForce, rules }: ShownDraft) {
    return changesOfNotice(inForce, rules);
  }

  @FieldResolver(() => [UserErrorType], { description: 'Why it could not be frozen now, all at once; empty when it could.' })
  objections(@Root() draft: ShownDraft, @Ctx() { locale }: Context) {
    return objectionsToFreezing(factsOf(draft)).map((objection) => worded(locale)({ ...objection }));
  }
}
