import type { JobKind, JobState } from '@guichet/domain/job/job';
import { type Kysely, sql } from 'kysely';

/** One run of a job, as the consortium reads it. */
export interface JobRow {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly startedAt: Temporal.Instant;
  readonly finishedAt: Temporal.Instant | null;
  readonly done: number;
  readonly error: string | null;
  /** Sort key, at the database's full precision. */
  readonly key: string;
}

type Stored = Omit<JobRow, 'startedAt' | 'finishedAt'> & { readonly finishedAt: string | null };

export type WhichJobs =
  | { readonly ids: readonly string[] }
  | { readonly after: { readonly key: string | null; readonly id: string } | null; readonly limit: number };

/** Runs by id, or a page of them, newest first. */
export async function readJobs(db: Kysely<unknown>, which: WhichJobs): Promise<JobRow[]> {
  const { rows } = await sql<Stored>`
    select r.id, r.kind, r.state, r.started_at::text as key, r.finished_at::text as "finishedAt", r.done, r.error
    from app.job_run r ${selection(which)}`.execute(db);
  return rows.map((row) => ({
    ...row,
    startedAt: Temporal.Instant.from(row.key),
    finishedAt: row.finishedAt === null ? null : Temporal.Instant.from(row.finishedAt),
  }));
}

function selection(which: WhichJobs) {
  if ('ids' in which) return sql`where r.id = any(${which.ids}::uuid[])`;
  const { after, limit } = which;
  const beyond = after ? sql`where (r.started_at, r.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``;
  return sql`${beyond} order by r.started_at desc, r.id desc limit ${limit}`;
}
