import type { CampaignState } from '@guichet/domain/campaign/campaign';
import type { SchoolSetupFacts } from '@guichet/domain/campaign/campaign-opening';
import type { NoticeRules } from '@guichet/domain/notice/notice';
import { type Kysely, sql } from 'kysely';

/** A member's set-up as the consortium sees it: facts for the checklist, and the notice in preparation. */
export interface MemberSetup extends SchoolSetupFacts {
  readonly schoolId: string;
  readonly rules: NoticeRules;
}

/** A campaign with all that decides whether it may open. */
export interface CampaignSetup {
  readonly id: string;
  readonly version: number;
  readonly state: CampaignState;
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly members: readonly MemberSetup[];
}

type Stored = Omit<CampaignSetup, 'opensAt' | 'closesAt' | 'members'> & {
  readonly opensAt: string;
  readonly closesAt: string;
  readonly procedure: string;
  readonly members: readonly Omit<MemberSetup, 'specialismCount' | 'hasIntakeEntry'>[];
};

/** Reads a campaign's set-up as the consortium; null when there is no such campaign. */
export async function readCampaignSetup(
  db: Kysely<unknown>,
  campaignId: string,
  lock: 'FOR_UPDATE' | 'PLAIN',
): Promise<CampaignSetup | null> {
  const { rows } = await sql<Stored>`
    select c.id, c.version, c.state, c.procedure, c.opens_at::text as "opensAt", c.closes_at::text as "closesAt",
      (select coalesce(json_agg(json_build_object('schoolId', s.id, 'slug', s.slug, 'rules', d.rules,
          'contact', case when s.contact_name is null then null else json_build_object('name', s.contact_name,
            'telephone', s.contact_telephone, 'email', s.contact_email) end,
          'adminCount', (select count(*) from app.membership a where a.school_id = s.id and a.ended_at is null
            and 'ADMIN' = any(a.functions))) order by s.slug), '[]')
        from app.campaign_member m join app.school s on s.id = m.school_id
        left join app.notice_draft d on d.school_id = m.school_id and d.campaign_id = m.campaign_id
        where m.campaign_id = c.id) as members
    from app.campaign c where c.id = ${campaignId} ${lock === 'FOR_UPDATE' ? sql`for update` : sql``}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { procedure, ...campaign } = row;
  return {
    ...campaign,
    opensAt: Temporal.Instant.from(row.opensAt),
    closesAt: Temporal.Instant.from(row.closesAt),
    members: row.members.map((member) => ({
      ...member,
      specialismCount: member.rules?.specialisms.length ?? 0,
      hasIntakeEntry: member.rules?.intake.some(({ route }) => route === procedure) ?? false,
    })),
  };
}
