import type { CandidacyColumn } from '@guichet/domain/candidacy/columns';
import type { ExportFailure, ExportFormat, ExportState } from '@guichet/domain/export/export-job';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { QueueOrder, Stretch } from '../candidacy/queue.ts';

/** An export as its school reads it. */
export interface ExportJobRow {
  readonly id: string;
  readonly campaignId: string;
  readonly campaignSlug: string;
  readonly zone: string;
  readonly format: ExportFormat;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly orderBy: QueueOrder;
  readonly columns: readonly CandidacyColumn[];
  readonly withContent: boolean;
  readonly locale: 'fr' | 'en';
  readonly state: ExportState;
  readonly failure: ExportFailure | null;
  readonly attempt: number;
  readonly counted: number;
  readonly total: number | null;
  readonly rows: number | null;
  readonly bytes: number | null;
  /** The account or key that asked; who it is among the school's members, null for a key. */
  readonly requesterId: string;
  readonly requestedBy: { readonly id: string; readonly displayName: string } | null;
  readonly createdAt: Temporal.Instant;
  readonly finishedAt: Temporal.Instant | null;
  readonly expiresAt: Temporal.Instant | null;
  /** Sort key, at the database's full precision. */
  readonly key: string;
}

type Which = { readonly stretch: Stretch } | { readonly ids: readonly string[] };
type Stored = Omit<ExportJobRow, 'createdAt' | 'finishedAt' | 'expiresAt'> & {
  readonly finishedAt: string | null;
  readonly expiresAt: string | null;
};

/** A school's exports, newest first, or some of them by id; in one statement. */
export async function readExportJobs(db: Kysely<unknown>, schoolId: string, which: Which): Promise<ExportJobRow[]> {
  const { rows } = await sql<Stored>`
    select j.id, j.campaign_id as "campaignId", k.slug as "campaignSlug", k.zone, j.format, j.filter, j.order_by as "orderBy",
      j.columns, j.with_content as "withContent", j.locale, j.state, j.failure, j.attempt, j.counted, j.total, j.rows, j.bytes,
      j.requested_by as "requesterId", j.created_at::text as key, j.finished_at::text as "finishedAt", j.expires_at::text as "expiresAt",
      case when m.id is null then null else json_build_object('id', m.id, 'displayName', m.display_name) end as "requestedBy"
    from app.export_job j join app.campaign k on k.id = j.campaign_id
    left join app.membership m on m.school_id = j.school_id and m.account_id = j.requested_by
    where j.school_id = ${schoolId} ${selection(which)}`.execute(db);
  return rows.map(shaped);
}

function selection(which: Which): RawBuilder<unknown> {
  if ('ids' in which) return sql`and j.id = any(${which.ids}::uuid[])`;
  const { beyond, isBackward, limit } = which.stretch;
  const from = beyond
    ? sql`and (j.created_at, j.id) ${isBackward ? sql`>` : sql`<`} (${beyond.key}::timestamptz, ${beyond.id}::uuid)`
    : sql``;
  const direction = isBackward ? sql`asc` : sql`desc`;
  return sql`${from} order by j.created_at ${direction}, j.id ${direction} limit ${limit}`;
}

const instantOf = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));

const shaped = (row: Stored): ExportJobRow => ({
  ...row,
  createdAt: Temporal.Instant.from(row.key),
  finishedAt: instantOf(row.finishedAt),
  expiresAt: instantOf(row.expiresAt),
});

/** One piece of a ready file; null when there is none, or when it is not this requester's. */
export async function readExportChunk(
  db: Kysely<unknown>,
  which: { readonly schoolId: string; readonly jobId: string; readonly number: number },
): Promise<Buffer | null> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select bytes from app.export_chunk
    where school_id = ${which.schoolId} and job_id = ${which.jobId} and number = ${which.number}`.execute(db);
  return rows[0]?.bytes ?? null;
}
