import type { CampaignState } from '@guichet/domain/campaign/campaign';
import type { SchoolSetupFacts } from '@guichet/domain/campaign/campaign-opening';
import type { NoticeRules } from '@guichet/domain/notice/notice';
import { type Kysely, sql } from 'kysely';

/** The notice a school is writing, beside the one in force and what else decides whether it may be frozen. */
export interface NoticeDraftRow {
  readonly campaignId: string;
  readonly schoolId: string;
  /** False while the school prepares to join a campaign that is open already. */
  readonly isMember: boolean;
  readonly state: CampaignState;
  readonly procedure: string;
  /** Counts every saving; 0 while nothing was saved since the version in force. */
  readonly version: number;
  /** As it would be frozen, its number included. */
  readonly rules: NoticeRules;
  readonly inForceId: string | null;
  readonly inForce: NoticeRules | null;
  readonly contact: SchoolSetupFacts['contact'];
  readonly slug: string;
  readonly adminCount: number;
}

type Stored = Omit<NoticeDraftRow, 'rules' | 'version'> & {
  readonly saved: NoticeRules | null;
  readonly version: number | null;
  readonly requiredEcts: number;
};

/** The notice in preparation of a school in a campaign; null where the school neither takes part nor prepares to. */
export async function readNoticeDraft(
  db: Kysely<unknown>,
  { schoolId, campaignId }: { readonly schoolId: string; readonly campaignId: string },
): Promise<NoticeDraftRow | null> {
  const { rows } = await sql<Stored>`
    select m.campaign_id as "campaignId", m.school_id as "schoolId", m.is_member as "isMember", c.state, c.procedure, c.required_ects as "requiredEcts",
      d.version, d.rules as saved, n.id as "inForceId", n.rules as "inForce", s.slug,
      case when s.contact_name is null then null else json_build_object('name', s.contact_name, 'telephone', s.contact_telephone,
        'email', s.contact_email) end as contact,
      (select count(*)::int from app.membership a where a.school_id = m.school_id and a.ended_at is null
        and 'ADMIN' = any(a.functions)) as "adminCount"
    from (select school_id, campaign_id, true as is_member from app.campaign_member
      union all select w.school_id, w.campaign_id, false from app.notice_draft w where not exists (select from app.campaign_member k
        where k.school_id = w.school_id and k.campaign_id = w.campaign_id)) m
    join app.campaign c on c.id = m.campaign_id
    join app.school s on s.id = m.school_id
    left join app.notice_draft d on d.school_id = m.school_id and d.campaign_id = m.campaign_id
    left join lateral (select v.id, v.rules from app.notice_version v where v.school_id = m.school_id
      and v.campaign_id = m.campaign_id order by v.number desc limit 1) n on true
    where m.school_id = ${schoolId} and m.campaign_id = ${campaignId}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { saved, version, requiredEcts, ...read } = row;
  const rules = saved ?? read.inForce ?? emptyRules(requiredEcts);
  // The campaign requires them, so a draft begun before they changed bears the newer ones.
  return { ...read, version: version ?? 0, rules: { ...rules, requiredEcts, number: (read.inForce?.number ?? 0) + 1 } };
}

const emptyRules = (requiredEcts: number): NoticeRules => ({
  number: 1,
  requiredEcts,
  specialismsPerChoice: 1,
  specialisms: [],
  intake: [],
  articles: [],
});
