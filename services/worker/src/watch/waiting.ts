import { readHealth } from '@guichet/database/job/health.read';
import { systemHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { sql } from 'kysely';

/** What waits in one place: how many, for how long the oldest, and how many were given up. */
export interface Waiting {
  readonly what: 'mail' | 'account-mail' | 'export';
  readonly waiting: number;
  readonly oldestSeconds: number;
  readonly givenUp: number;
}

/** When a job last looked, on whatever worker. */
export interface JobLook {
  readonly job: string;
  readonly secondsAgo: number;
}

export interface AtWork {
  readonly waiting: readonly Waiting[];
  readonly looks: readonly JobLook[];
}

/** What the platform has still to do, as the database holds it: the same from every worker. Counts and ages, nobody's. */
export async function readAtWork(binding: Binding): Promise<AtWork> {
  const [mails, exports] = [await mailsAndLooks(binding), await waitingExports(binding)];
  return { waiting: [...mails.waiting, exports], looks: mails.looks };
}

const mailsAndLooks = (binding: Binding): Promise<AtWork> =>
  inWork(binding, systemHat('app_platform'), async ({ db, asOf }) => {
    const health = await readHealth(db);
    const since = (at: Temporal.Instant | null) => (at === null ? 0 : asOf.since(at).total('seconds'));
    const mail = {
      what: 'mail' as const,
      waiting: health.waitingMails,
      oldestSeconds: since(health.oldestWaitingAt),
      givenUp: health.givenUpMails,
    };
    const accountMail = {
      what: 'account-mail' as const,
      waiting: health.waitingAccountMails ?? 0,
      oldestSeconds: since(health.oldestAccountMailAt),
      givenUp: health.givenUpAccountMails ?? 0,
    };
    const looks = health.passes.map(({ kind, at }) => ({ job: jobNamed(kind), secondsAgo: since(at) }));
    return { waiting: [mail, accountMail], looks };
  });

const jobNamed = (kind: string) => kind.toLowerCase().replaceAll('_', '-');

interface Exports {
  readonly waiting: number;
  readonly oldest: number;
  readonly givenUp: number;
}

const waitingExports = (binding: Binding): Promise<Waiting> =>
  inWork(binding, systemHat('app_jobs'), async ({ db, asOf }) => {
    const { rows } = await sql<Exports>`
      select count(*) filter (where state = 'QUEUED')::int as waiting, count(*) filter (where failure = 'NOT_WRITTEN')::int as "givenUp",
        coalesce(extract(epoch from ${asOf.toString()}::timestamptz - min(created_at) filter (where state = 'QUEUED')), 0)::float8 as oldest
      from app.export_job`.execute(db);
    const { waiting = 0, oldest = 0, givenUp = 0 } = rows[0] ?? {};
    return { what: 'export', waiting, oldestSeconds: oldest, givenUp };
  });
