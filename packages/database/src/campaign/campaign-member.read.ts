import { type Kysely, sql } from 'kysely';

/** A school's membership of a campaign, with its newest notice if one is frozen. */
export interface MembershipRow {
  readonly campaignId: string;
  readonly schoolId: string;
  readonly noticeId: string | null;
}

/** Members of some campaigns, by the schools' names. */
export async function readCampaignMembers(db: Kysely<unknown>, campaignIds: readonly string[]): Promise<MembershipRow[]> {
  const { rows } = await sql<MembershipRow>`
    select m.campaign_id as "campaignId", m.school_id as "schoolId",
      (select n.id from app.notice_version n where n.school_id = m.school_id and n.campaign_id = m.campaign_id
        order by n.number desc limit 1) as "noticeId"
    from app.campaign_member m join app.school s on s.id = m.school_id
    where m.campaign_id = any(${campaignIds}::uuid[]) order by s.name collate "fr-x-icu", s.id`.execute(db);
  return rows;
}
