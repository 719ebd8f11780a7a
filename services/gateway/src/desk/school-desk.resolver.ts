import { readMembers } from '@guichet/database/membership/member.read';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { decodeId } from '../connection/node-id.ts';
import { MembershipType } from '../membership/membership.type.ts';
import { noticeDraftOf } from '../notice/notice-draft.loaders.ts';
import { NoticeDraftType } from '../notice/notice-draft.type.ts';
import type { Context } from '../principal/request-context.ts';
import { schoolById } from '../school/school.loaders.ts';
import { type Desk, SchoolDeskType } from './school-desk.type.ts';

@Resolver(() => SchoolDeskType)
export class SchoolDeskResolver {
  @Query(() => SchoolDeskType, {
    nullable: true,
    description: 'The acting school’s own side. Null with `UNAUTHENTICATED` for nobody, with `FORBIDDEN` under another hat.',
  })
  desk(@Ctx() { asking }: Context): Desk {
    return { schoolId: asking.hat?.school ?? '' };
  }

  @FieldResolver({ description: 'The acting school.' })
  school(@Root() { schoolId }: Desk, @Ctx() context: Context) {
    return schoolById(context).load(schoolId);
  }

  @FieldResolver(() => [MembershipType], { description: 'Who works for it, by name (équipe).' })
  async members(@Root() { schoolId }: Desk, @Ctx() context: Context) {
    return readMembers((await context.reading()).db, schoolId);
  }

  @FieldResolver(() => NoticeDraftType, {
    nullable: true,
    description: 'The notice being written for a campaign (notice en préparation). Null when the school takes no part in it.',
  })
  noticeDraft(@Arg('campaignId', () => ID, { description: 'For which campaign.' }) campaignId: string, @Ctx() context: Context) {
    const id = decodeId('Campaign', campaignId);
    return id === null ? null : noticeDraftOf(context, id);
  }
}
