import { type Kysely, sql } from 'kysely';

/** What the receipt of a submission says; read under the candidate's own role. */
export interface ReceiptRow {
  readonly reference: string;
  readonly receivedAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly zone: string;
  readonly campaign: { readonly fr: string; readonly en: string | null };
  /** By name, never in the order of preference. */
  readonly schools: readonly string[];
}

type Stored = Omit<ReceiptRow, 'receivedAt' | 'closesAt'> & { readonly receivedAt: string; readonly closesAt: string };

/** Which submission: the snapshot it made; null when it is not the reader's own. */
export async function readReceipt(db: Kysely<unknown>, snapshotId: string): Promise<ReceiptRow | null> {
  const { rows } = await sql<Stored>`
    select a.reference, s.received_at::text as "receivedAt", c.closes_at::text as "closesAt", c.zone,
      json_build_object('fr', c.name_fr, 'en', c.name_en) as campaign,
      (select coalesce(json_agg(t.name order by t.name collate "fr-x-icu"), '[]') from app.choice v join app.school t on t.id = v.school_id
        where v.candidate_id = s.candidate_id and v.snapshot_id = s.id) as schools
    from app.snapshot s join app.application a on a.candidate_id = s.candidate_id and a.id = s.application_id
      join app.campaign c on c.id = a.campaign_id
    where s.id = ${snapshotId}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  return { ...row, receivedAt: Temporal.Instant.from(row.receivedAt), closesAt: Temporal.Instant.from(row.closesAt) };
}
