import type { FiveSchools } from '../tenancy/secrecy/five-schools.ts';

/** What the database holds of one candidate's submission. */
export interface Kept {
  readonly reference: string;
  readonly snapshots: number;
  /** When it was received, in milliseconds after the deadline; null where nothing was. */
  readonly receivedAt: number | null;
  /** School files: a candidacy received at that instant, with head, identity and content. */
  readonly files: number;
  readonly receipts: readonly string[];
  readonly waiting: number;
}

const text = `
  select a.reference, count(distinct s.id)::int as snapshots,
    max(extract(epoch from s.received_at - k.closes_at)::float8 * 1000) as "receivedAt",
    (select count(*)::int from app.candidacy c
      join app.dossier_head h on (h.school_id, h.candidacy_id, h.number) = (c.school_id, c.id, c.dossier_number)
      join app.dossier_identity i on (i.school_id, i.candidacy_id, i.number) = (h.school_id, h.candidacy_id, h.number)
      join app.dossier_content t on (t.school_id, t.candidacy_id, t.number) = (h.school_id, h.candidacy_id, h.number)
      where c.candidate_id = a.candidate_id and c.received_at = max(s.received_at)) as files,
    array(select o.id::text from app.outbox o where o.payload ->> 'applicationId' = a.id::text) as receipts,
    (select count(*)::int from app.outbox o where o.payload ->> 'applicationId' = a.id::text and o.sent_at is null) as waiting
  from app.application a join app.campaign k on k.id = a.campaign_id left join app.snapshot s on s.application_id = a.id
  where a.reference = any ($1) group by a.id, a.candidate_id, a.reference`;

/** Every one of these candidates, whether anything was received of them or not. */
export const keptOf = ({ world }: FiveSchools, references: readonly string[]): Promise<Kept[]> =>
  world.sql<Kept>(text, [references]);
