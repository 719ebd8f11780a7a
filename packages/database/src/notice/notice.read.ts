import type { IntakeEntry, NoticeRules } from '@guichet/domain/notice/notice';
import { type Kysely, sql } from 'kysely';

/** A frozen notice; the rules' own fields stand beside it, shaped as the contract shows them. */
export interface NoticeRow {
  readonly id: string;
  readonly schoolId: string;
  readonly campaignId: string;
  readonly version: number;
  readonly digest: string;
  readonly frozenAt: Temporal.Instant;
  readonly reason: string;
  readonly rules: NoticeRules;
  readonly seats: number | null;
  readonly requiredEcts: number;
  readonly specialismsPerChoice: number;
  readonly intake: readonly IntakeEntry[];
  readonly articles: NoticeRules['articles'];
}

type Stored = Pick<NoticeRow, 'id' | 'schoolId' | 'campaignId' | 'version' | 'digest' | 'reason' | 'rules'> & {
  readonly frozenAt: string;
  readonly procedure: string;
};
type Which = { readonly ids: readonly string[] } | { readonly newestOf: readonly string[] };

/** Notices by id, or the newest of every member of some campaigns. */
export async function readNotices(db: Kysely<unknown>, which: Which): Promise<NoticeRow[]> {
  const condition =
    'ids' in which
      ? sql`n.id = any(${which.ids}::uuid[])`
      : sql`n.campaign_id = any(${which.newestOf}::uuid[]) and n.number = (select max(o.number) from app.notice_version o
          where o.school_id = n.school_id and o.campaign_id = n.campaign_id)`;
  const { rows } = await sql<Stored>`
    select n.id, n.school_id as "schoolId", n.campaign_id as "campaignId", n.number as version, n.digest, n.reason, n.rules,
      n.frozen_at::text as "frozenAt", c.procedure
    from app.notice_version n join app.campaign c on c.id = n.campaign_id where ${condition}`.execute(db);
  return rows.map(shaped);
}

const shaped = ({ procedure, frozenAt, ...row }: Stored): NoticeRow => ({
  ...row,
  frozenAt: Temporal.Instant.from(frozenAt),
  seats: row.rules.intake.find(({ route }) => route === procedure)?.seats ?? null,
  requiredEcts: row.rules.requiredEcts,
  specialismsPerChoice: row.rules.specialismsPerChoice,
  intake: row.rules.intake,
  articles: row.rules.articles,
});
