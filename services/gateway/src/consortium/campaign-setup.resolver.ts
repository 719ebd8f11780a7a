import type { CampaignSetup, MemberSetup } from '@guichet/database/campaign/campaign-setup.read';
import { objectionsToJoining, objectionsToOpening } from '@guichet/domain/campaign/campaign-opening';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { noticeById } from '../notice/notice.loaders.ts';
import { NoticeType } from '../notice/notice.type.ts';
import type { Context } from '../principal/request-context.ts';
import { schoolById } from '../school/school.loaders.ts';
import { SchoolType } from '../school/school.type.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';
import { worded } from '../user-error/worded.ts';
import { deadlineMovesOf } from './campaign-setup.loaders.ts';
import { CampaignSetupType, ChecklistItemType, DeadlineMoveType, MemberSetupType, setupItems } from './campaign-setup.type.ts';

@Resolver(() => CampaignSetupType)
export class CampaignSetupResolver {
  @FieldResolver(() => [UserErrorType], {
    nullable: true,
    description: 'All that keeps it from opening; empty when nothing does. Null once it was opened.',
  })
  async objections(@Root() setup: CampaignSetup, @Ctx() context: Context) {
    if (setup.state !== 'DRAFT') return null;
    const { asOf } = await context.work();
    return objectionsToOpening(setup, asOf).map((objection) => worded(context.locale, setup.zone)({ ...objection }));
  }

  @FieldResolver(() => [DeadlineMoveType], { description: 'How its deadline moved, oldest first.' })
  deadlineMoves(@Root() { id }: CampaignSetup, @Ctx() context: Context) {
    return deadlineMovesOf(context).load(id);
  }
}

@Resolver(() => MemberSetupType)
export class MemberSetupResolver {
  @FieldResolver(() => SchoolType, { description: 'The school.' })
  school(@Root() { schoolId }: MemberSetup, @Ctx() context: Context) {
    return schoolById(context).load(schoolId);
  }

  @FieldResolver(() => NoticeType, { nullable: true, description: 'Its notice in force. Null until frozen.' })
  notice(@Root() { noticeId }: MemberSetup, @Ctx() context: Context) {
    return noticeId === null ? null : noticeById(context).load(noticeId);
  }

  @FieldResolver(() => [ChecklistItemType], { description: 'What it must have set up, and whether it has.' })
  checklist(@Root() setup: MemberSetup): readonly ChecklistItemType[] {
    const missing = new Set<string>(objectionsToJoining(setup).map(({ reason }) => reason));
    return setupItems.map((item) => ({ item, isDone: !missing.has(`MISSING_${item}`) }));
  }

  @FieldResolver(() => Boolean, { description: 'Whether everything is set up.' })
  isComplete(@Root() setup: MemberSetup) {
    return objectionsToJoining(setup).length === 0;
  }
}
