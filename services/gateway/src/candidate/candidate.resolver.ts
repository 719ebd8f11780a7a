import type { CandidateRow } from '@guichet/database/candidate/candidate.read';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver } from 'type-graphql';
import { ownApplication } from '../application/application.loaders.ts';
import { ApplicationType } from '../application/application.type.ts';
import { asksFor } from '../connection/asks-for.ts';
import { decodeId } from '../connection/node-id.ts';
import type { Context } from '../principal/request-context.ts';
import { ownCandidate } from './candidate.loaders.ts';
import { CandidateType } from './candidate.type.ts';

@Resolver(() => CandidateType)
export class CandidateResolver {
  @Query(() => CandidateType, {
    nullable: true,
    description:
      'The candidate’s own side (mon espace). Null with `UNAUTHENTICATED` for nobody, with `FORBIDDEN` under another hat.',
  })
  async me(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<CandidateRow | null> {
    const id = context.asking.hat?.candidate ?? '';
    // The hat knows who they are; the row is read when something of it is asked for.
    const isRead = asksFor(info, 'identity') || asksFor(info, 'contact');
    return isRead ? ownCandidate(context, id) : { id, identity: null, contact: null };
  }

  @FieldResolver(() => ApplicationType, { nullable: true, description: 'The dossier of a campaign. Null without one.' })
  application(
    @Arg('campaignId', () => ID, { description: 'The campaign.' }) campaignId: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const uuid = decodeId('Campaign', campaignId);
    return uuid === null ? null : ownApplication(context, { ofCampaign: uuid }, { info });
  }
}
