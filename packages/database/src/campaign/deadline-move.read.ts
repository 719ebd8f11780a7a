import { type Kysely, sql } from 'kysely';

/** A deadline moved: from when to when, by whom, why. */
export interface DeadlineMoveRow {
  readonly campaignId: string;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  readonly zone: string;
  readonly reason: string;
  readonly at: Temporal.Instant;
  /** Null for the platform itself. */
  readonly author: { readonly id: string; readonly displayName: string } | null;
}

type Stored = Omit<DeadlineMoveRow, 'from' | 'to' | 'at'> & { readonly from: string; readonly to: string; readonly at: string };

/** The moves of some campaigns' deadlines, oldest first. */
export async function readDeadlineMoves(db: Kysely<unknown>, campaignIds: readonly string[]): Promise<DeadlineMoveRow[]> {
  const { rows } = await sql<Stored>`
    select m.campaign_id as "campaignId", m.from_at::text as "from", m.to_at::text as "to", c.zone, m.reason, m.at::text as at,
      case when r.id is null then null else json_build_object('id', r.id, 'displayName', r.display_name) end as author
    from app.deadline_move m join app.campaign c on c.id = m.campaign_id
    left join app.consortium_right r on r.account_id = m.author_id
    where m.campaign_id = any(${campaignIds}::uuid[]) order by m.at, m.id`.execute(db);
  return rows.map(({ from, to, at, ...row }) => ({
    ...row,
    from: Temporal.Instant.from(from),
    to: Temporal.Instant.from(to),
    at: Temporal.Instant.from(at),
  }));
}
