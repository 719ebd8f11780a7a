import type { CampaignState } from '@guichet/domain/campaign/campaign';
import type { SchoolSetupFacts } from '@guichet/domain/campaign/campaign-opening';
import type { NoticeRules } from '@guichet/domain/notice/notice';
import { type Kysely, sql } from 'kysely';
import { type CampaignRow, campaignColumns, campaignOf, type StoredCampaign } from './campaign.read.ts';

/** A school's set-up as the consortium sees it: facts for the checklist, and the notice in preparation, null where none is. */
export interface MemberSetup extends SchoolSetupFacts {
  readonly schoolId: string;
  readonly rules: NoticeRules | null;
  /** Number of the version in force; 0 before the first. */
  readonly inForce: number;
  /** Its id; null before the first. */
  readonly noticeId: string | null;
}

/** A campaign with all that decides whether it may open. */
export interface CampaignSetup {
  readonly id: string;
  /** As everybody reads it; of the same moment as the version, which an act on it names. */
  readonly campaign: CampaignRow;
  readonly version: number;
  readonly state: CampaignState;
  readonly procedure: string;
  readonly zone: string;
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly requiredEcts: number;
  readonly members: readonly MemberSetup[];
  /** Schools that prepare a notice and are no members yet. */
  readonly preparing: readonly MemberSetup[];
}

type StoredSchool = Omit<MemberSetup, 'specialismCount' | 'hasIntakeEntry'> & { readonly isMember: boolean };
type Stored = StoredCampaign & { readonly procedure: string; readonly schools: readonly StoredSchool[] };

/** Campaigns with their set-up, as the consortium reads them; `also` names schools to judge beside those that are there. */
export async function readCampaignSetups(
  db: Kysely<unknown>,
  ids: readonly string[],
  also: readonly string[] = [],
): Promise<CampaignSetup[]> {
  const { rows } = await sql<Stored>`
    select ${campaignColumns}, c.procedure,
      (select coalesce(json_agg(json_build_object('schoolId', s.id, 'slug', s.slug, 'isMember', m.school_id is not null, 'rules', d.rules,
          'inForce', coalesce(n.number, 0), 'noticeId', n.id,
          'contact', case when s.contact_name is null then null else json_build_object('name', s.contact_name,
            'telephone', s.contact_telephone, 'email', s.contact_email) end,
          'adminCount', (select count(*) from app.membership a where a.school_id = s.id and a.ended_at is null
            and 'ADMIN' = any(a.functions))) order by s.slug), '[]')
        from app.school s
        left join app.campaign_member m on m.school_id = s.id and m.campaign_id = c.id
        left join app.notice_draft d on d.school_id = s.id and d.campaign_id = c.id
        left join lateral (select v.id, v.number from app.notice_version v where v.school_id = s.id and v.campaign_id = c.id
          order by v.number desc limit 1) n on true
        where m.school_id is not null or d.school_id is not null or s.id = any(${also}::uuid[])) as schools
    from app.campaign c where c.id = any(${ids}::uuid[])`.execute(db);
  return rows.map(shaped);
}

function shaped({ schools, procedure, ...stored }: Stored): CampaignSetup {
  const judged = schools.map(({ isMember, ...school }) => ({
    isMember,
    school: {
      ...school,
      specialismCount: school.rules?.specialisms.length ?? 0,
      hasIntakeEntry: school.rules?.intake.some(({ route }) => route === procedure) ?? false,
    },
  }));
  const { id, version, state, zone, requiredEcts } = stored;
  return {
    id,
    version,
    state,
    procedure,
    zone,
    requiredEcts,
    campaign: campaignOf(stored),
    opensAt: Temporal.Instant.from(stored.opensAt),
    closesAt: Temporal.Instant.from(stored.closesAt),
    members: judged.filter(({ isMember }) => isMember).map(({ school }) => school),
    preparing: judged.filter(({ isMember }) => !isMember).map(({ school }) => school),
  };
}
