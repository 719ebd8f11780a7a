import type { JobKind } from '@guichet/domain/job/job';
import { type Kysely, sql } from 'kysely';

/** When a job last looked. */
export interface PassRow {
  readonly kind: JobKind;
  readonly at: Temporal.Instant;
}

/** How the platform is: counts and instants, nobody's. */
export interface HealthRow {
  /** The latest of all passes; null when no worker ever looked. */
  readonly workerSeenAt: Temporal.Instant | null;
  readonly waitingMails: number;
  readonly oldestWaitingAt: Temporal.Instant | null;
  readonly givenUpMails: number;
  /** As the worker counted them last; null when it never did. */
  readonly waitingAccountMails: number | null;
  readonly givenUpAccountMails: number | null;
  readonly oldestAccountMailAt: Temporal.Instant | null;
  readonly passes: readonly PassRow[];
}

type Instants = 'workerSeenAt' | 'oldestWaitingAt' | 'oldestAccountMailAt';
type Stored = Omit<HealthRow, Instants | 'passes'> &
  Readonly<Record<Instants, string | null>> & { readonly passes: readonly { readonly kind: JobKind; readonly at: string }[] };

/** One statement; that it answers tells that the database does. */
export async function readHealth(db: Kysely<unknown>): Promise<HealthRow> {
  const { rows } = await sql<Stored>`
    select o."waitingMails", o."oldestWaitingAt", o."givenUpMails", (select max(p.at)::text from app.job_pass p) as "workerSeenAt",
      a.waiting as "waitingAccountMails", a.given_up as "givenUpAccountMails", a.oldest_at::text as "oldestAccountMailAt",
      (select coalesce(json_agg(json_build_object('kind', p.kind, 'at', p.at::text) order by p.kind), '[]') from app.job_pass p) as passes
    from (select count(*) filter (where sent_at is null and dead_at is null)::int as "waitingMails",
        min(at) filter (where sent_at is null and dead_at is null)::text as "oldestWaitingAt",
        count(*) filter (where dead_at is not null)::int as "givenUpMails" from app.outbox) o
    left join app.job_pass a on a.kind = 'ACCOUNT_MAIL'`.execute(db);
  const { workerSeenAt, oldestWaitingAt, oldestAccountMailAt, passes, ...counts } = rows[0] as Stored;
  return {
    ...counts,
    workerSeenAt: instant(workerSeenAt),
    oldestWaitingAt: instant(oldestWaitingAt),
    oldestAccountMailAt: instant(oldestAccountMailAt),
    passes: passes.map(({ kind, at }) => ({ kind, at: Temporal.Instant.from(at) })),
  };
}

const instant = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));
