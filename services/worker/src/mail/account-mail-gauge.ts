import { systemHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { sql } from 'kysely';
import type { Pool } from 'pg';

interface Waiting {
  readonly waiting: number;
  readonly givenUp: number;
  readonly oldestAt: string | null;
}

const waiting = `select count(*) filter (where sent_at is null and dead_at is null)::int as waiting,
  count(*) filter (where dead_at is not null)::int as "givenUp",
  min(created_at) filter (where sent_at is null and dead_at is null)::text as "oldestAt" from auth.mail`;

/** Tells how much account mail waits, for whoever may not look into `auth`: counts and an instant, no address. */
export async function countAccountMail(pool: Pool, binding: Binding): Promise<number> {
  const { rows } = await pool.query<Waiting>(waiting);
  const [found] = rows;
  await inWork(binding, systemHat('app_jobs'), ({ db, asOf }) =>
    sql`insert into app.job_pass (kind, at, waiting, given_up, oldest_at)
      values ('ACCOUNT_MAIL', ${asOf.toString()}, ${found?.waiting ?? 0}, ${found?.givenUp ?? 0}, ${found?.oldestAt ?? null}::timestamptz)
      on conflict (kind) do update set at = excluded.at, waiting = excluded.waiting, given_up = excluded.given_up,
        oldest_at = excluded.oldest_at`.execute(db),
  );
  return 0;
}
