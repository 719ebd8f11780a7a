import type { CampaignState, OralsMode, OtherChoicesPolicy, ReplyPolicy } from '@guichet/domain/campaign/campaign';
import type { NoticeRules } from '@guichet/domain/notice/notice';
import { type Kysely, sql } from 'kysely';

/** A member school of a campaign with the notice in force. */
export interface MemberFacts {
  readonly schoolId: string;
  readonly slug: string;
  readonly noticeVersionId: string;
  readonly notice: NoticeRules;
}

/** What the rules of a dossier look at, read in the transaction that judges it. */
export interface CampaignFacts {
  readonly id: string;
  readonly slug: string;
  readonly procedure: string;
  readonly entryYear: number;
  readonly zone: string;
  readonly state: CampaignState;
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly maxChoices: number;
  readonly replyPolicy: ReplyPolicy;
  readonly oralsMode: OralsMode;
  readonly otherChoices: OtherChoicesPolicy;
  readonly members: readonly MemberFacts[];
}

type Row = Omit<CampaignFacts, 'opensAt' | 'closesAt'> & { readonly opensAt: string; readonly closesAt: string };

/** The campaign of an own dossier; its members may be left to those that stand in the draft: the schools chosen, and the exam centre. */
export interface OfApplication {
  readonly ofApplication: string;
  readonly isOfDraftedAlone?: boolean;
}

/** A campaign, by its id or as that of an own dossier, with its members' newest notices, in one statement; null when absent or not published to this reader. */
export async function readCampaignFacts(db: Kysely<unknown>, which: string | OfApplication): Promise<CampaignFacts | null> {
  const campaignId =
    typeof which === 'string'
      ? sql`${which}`
      : sql`(select a.campaign_id from app.application a where a.id = ${which.ofApplication})`;
  const members =
    typeof which === 'object' && which.isOfDraftedAlone
      ? sql`and m.school_id in (select (x->>'schoolId')::uuid from app.application a, jsonb_array_elements(a.choices) x
          where a.id = ${which.ofApplication}
        union all select a.exam_centre_id from app.application a where a.id = ${which.ofApplication})`
      : sql``;
  const { rows } = await sql<Row>`
    select c.id, c.slug, c.procedure, c.entry_year as "entryYear", c.zone, c.state, c.opens_at::text as "opensAt",
      c.closes_at::text as "closesAt", c.max_choices as "maxChoices", c.reply_policy as "replyPolicy", c.orals_mode as "oralsMode",
      c.other_choices as "otherChoices",
      (select coalesce(json_agg(json_build_object('schoolId', m.school_id, 'slug', s.slug, 'noticeVersionId', n.id, 'notice', n.rules)
          order by s.slug), '[]')
        from app.campaign_member m join app.school s on s.id = m.school_id
        join lateral (select v.id, v.rules from app.notice_version v where v.school_id = m.school_id and v.campaign_id = c.id
          order by v.number desc limit 1) n on true
        where m.campaign_id = c.id ${members}) as members
    from app.campaign c where c.id = ${campaignId}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  return { ...row, opensAt: Temporal.Instant.from(row.opensAt), closesAt: Temporal.Instant.from(row.closesAt) };
}
