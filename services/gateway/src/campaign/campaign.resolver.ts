import { type CampaignRow, readCampaigns } from '@guichet/database/campaign/campaign.read';
import type { MembershipRow } from '@guichet/database/campaign/campaign-member.read';
import { whatSchoolsLearn } from '@guichet/domain/disclosure/what-schools-learn';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type Connection, connectionOf } from '../connection/connection.type.ts';
import { ForwardPageArguments } from '../connection/forward-page-arguments.ts';
import { digestOf, isInstantKey, positionOf } from '../connection/keyset.ts';
import { connectionFrom, rowsToRead } from '../connection/page.ts';
import { pageWindow } from '../connection/page-arguments.ts';
import { noticeById } from '../notice/notice.loaders.ts';
import type { Context } from '../principal/request-context.ts';
import { schoolById } from '../school/school.loaders.ts';
import { BilingualTextType } from '../text/bilingual-text.type.ts';
import { membersOf } from './campaign.loaders.ts';
import { CampaignMemberType, CampaignType } from './campaign.type.ts';

const CampaignConnection = connectionOf(CampaignType, 'Campaign');

@Resolver(() => CampaignType)
export class CampaignResolver {
  @Query(() => CampaignConnection, {
    description: 'Published campaigns, newest opening first; for the consortium and its schools’ teams also drafts (campagnes).',
  })
  async campaigns(
    @Args(() => ForwardPageArguments) given: ForwardPageArguments,
    @Ctx() context: Context,
  ): Promise<Connection<CampaignRow>> {
    const page = pageWindow(given);
    const digest = digestOf({ name: 'campaigns', order: 'OPENS_AT_DESC', filter: null });
    const { db } = await context.reading();
    const after = positionOf(page, digest, isInstantKey);
    const rows = await readCampaigns(db, { after, limit: rowsToRead(page) });
    return connectionFrom(rows, { page, digest, positionOf: ({ opensAt, id }) => ({ key: opensAt, id }), nodeOf: (row) => row });
  }

  @Query(() => CampaignType, {
    nullable: true,
    description:
      'One campaign, among those that `campaigns` lists to whoever asks (campagne). Null when there is none of that name.',
  })
  async campaign(@Arg('slug', () => String, { description: 'Its short name.' }) slug: string, @Ctx() context: Context) {
    const [row] = await readCampaigns((await context.reading()).db, { slug });
    return row ?? null;
  }

  @FieldResolver(() => [CampaignMemberType], { description: 'Who takes part this year; decided per campaign (écoles membres).' })
  members(@Root() { id }: CampaignRow, @Ctx() context: Context) {
    return membersOf(context).load(id);
  }

  @FieldResolver(() => BilingualTextType, {
    description:
      'What schools will learn of a candidate’s other choices and when, for candidates to read before they choose and before they submit (autres vœux communiqués).',
  })
  disclosure(@Root() { otherChoices, calendar }: CampaignRow) {
    const [, { at: closesAt, zone }] = calendar;
    return whatSchoolsLearn({ otherChoices, closesAt, zone });
  }
}

@Resolver(() => CampaignMemberType)
export class CampaignMemberResolver {
  @FieldResolver({ description: 'The school.' })
  school(@Root() { schoolId }: MembershipRow, @Ctx() context: Context) {
    return schoolById(context).load(schoolId);
  }

  @FieldResolver({ description: 'Its notice in force. Null until frozen.' })
  notice(@Root() { noticeId }: MembershipRow, @Ctx() context: Context) {
    return noticeId === null ? null : noticeById(context).load(noticeId);
  }
}
