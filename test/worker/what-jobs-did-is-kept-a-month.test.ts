import { systemHat } from '@guichet/database/session/hat';
import { loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import type { Binding } from '@guichet/database/session/work';
import { inWork } from '@guichet/database/session/work';
import { purgeAnswers, purgeOutbox, purgeRuns } from '@guichet/worker/clock/purge';
import { recorded } from '@guichet/worker/clock/recorded';
import { tryAgain } from '@guichet/worker/outbox/try-again';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { secret } from '../world/server.ts';
import { aWorld, type World } from '../world/world.ts';

let world: World;
let binding: Binding;
beforeAll(async () => {
  world = await aWorld();
  const orm = await createOrm({ url: loginUrl(world.ownerUrl, 'app_work', secret), connections: 4 });
  binding = { ...world.gateway.binding, orm };
});
afterAll(async () => {
  await binding.orm.close();
  await world.close();
});
beforeEach(() => world.sql('truncate app.outbox, app.mail_delivery, app.job_run, app.job_pass'));

const log = { warn: () => {}, error: () => {} };
const sentDaysAgo = (days: number | null) =>
  world.sql(
    `insert into app.outbox (id, principal_id, kind, recipient_id, payload, at, next_try_at, sent_at)
     values (gen_random_uuid(), gen_random_uuid(), 'APPLICATION_RECEIPT', gen_random_uuid(), '{}', app.clock(), app.clock(),
       app.clock() - $1::int * interval '1 day')`,
    [days],
  );
const runs = () =>
  world.sql('select kind, state, done, error, finished_at is not null as ended from app.job_run order by started_at, state');
const job = (name: string, looks: readonly (number | Error)[]) => {
  const left = [...looks];
  const run = async () => {
    const look = left.shift() ?? 0;
    if (look instanceof Error) throw look;
    return look;
  };
  return recorded(binding, { name, everyMs: 1, run }, log);
};
const times = async (count: number, { run }: { run: () => Promise<number> }) => {
  for (let look = 0; look < count; look += 1) await run().catch(() => 0);
};

describe('what was sent', () => {
  test('is removed after thirty days, what waits never, and what became of it stays', async () => {
    for (const days of [31, 29, null]) await sentDaysAgo(days);
    await world.sql(`insert into app.mail_delivery (id, source, kind, state, tries, at, state_at)
      select id, 'OUTBOX', kind, 'SENT', 1, at, at from app.outbox`);
    expect(await purgeOutbox(binding)).toBe(1);
    expect(await purgeOutbox(binding)).toBe(0);
    expect(await world.sql('select count(*)::int as n, count(sent_at)::int as sent from app.outbox')).toEqual([
      { n: 2, sent: 1 },
    ]);
    expect(await world.sql('select count(*)::int as n from app.mail_delivery')).toEqual([{ n: 3 }]);
  });

  test('is beyond the reach of the role that removes it: no word, no recipient, and nothing that waits', async () => {
    await sentDaysAgo(null);
    const as = (statement: string) =>
      inWork(binding, systemHat('app_jobs'), async ({ db }) => (await sql.raw(statement).execute(db)).numAffectedRows);
    expect(await as('delete from app.outbox')).toBe(0n);
    for (const column of ['payload', 'recipient_id', 'kind', 'principal_id'])
      await expect(as(`select ${column} from app.outbox`)).rejects.toThrow(/permission denied/);
    for (const table of ['person', 'candidate', 'candidacy', 'mail_delivery', 'free_institution'])
      await expect(as(`select count(*) from app.${table}`)).rejects.toThrow(/permission denied/);
  });
});

describe('what an act answered', () => {
  const kept = async () => (await world.sql('select key from app.idempotency order by key')).map(({ key }) => key);
  const answered = (key: string, operation: string, hours: number) =>
    world.sql(
      `insert into app.idempotency (principal_id, hat, key, operation, input_digest, outcome, at)
       values ($1, 'CANDIDATE:', $2, $3, '', '{}', app.clock() - $4::int * interval '1 hour')`,
      [crypto.randomUUID(), key, operation, hours],
    );
  beforeEach(() => world.sql('truncate app.idempotency'));

  test('is forgotten after seven days, a submission never', async () => {
    await answered('new', 'createLabel', 24 * 7);
    await answered('old', 'createLabel', 24 * 7 + 1);
    await answered('submitted', 'submitApplication', 24 * 300);
    expect([await purgeAnswers(binding), await purgeAnswers(binding)]).toEqual([1, 0]);
    expect(await kept()).toEqual(['new', 'submitted']);
  });

  test('is forgotten however many submissions stand before it', async () => {
    await world.sql(`insert into app.idempotency (principal_id, hat, key, operation, input_digest, outcome, at)
      select gen_random_uuid(), 'CANDIDATE:', g::text, 'submitApplication', '', '{}', app.clock() - interval '90 days' from generate_series(1, 6000) g`);
    await answered('old', 'createLabel', 24 * 8);
    expect(await purgeAnswers(binding)).toBe(1);
    expect(await kept()).toHaveLength(6000);
  });

  test('is beyond the reach of the role that forgets it', async () => {
    await answered('submitted', 'submitApplication', 24 * 300);
    const as = (statement: string) =>
      inWork(binding, systemHat('app_jobs'), async ({ db }) => (await sql.raw(statement).execute(db)).numAffectedRows);
    expect(await as('delete from app.idempotency')).toBe(0n);
    for (const column of ['operation', 'input_digest', 'outcome'])
      await expect(as(`select ${column} from app.idempotency`)).rejects.toThrow(/permission denied/);
  });
});

describe('what jobs did', () => {
  test('is one row a stretch of work, ended when there is nothing left, and a pass each time', async () => {
    await times(4, job('fold-totals', [3, 2, 0, 0]));
    expect(await runs()).toEqual([{ kind: 'FOLD_TOTALS', state: 'DONE', done: 5, error: null, ended: true }]);
    expect(await world.sql('select kind from app.job_pass')).toEqual([{ kind: 'FOLD_TOTALS' }]);
  });

  test('is one row a failure, by class and code and never by its words', async () => {
    const failure = Object.assign(new TypeError('550 claire@candidat.example'), { code: '42501' });
    await times(3, job('outbox', [failure, failure, 0]));
    expect(await runs()).toEqual([{ kind: 'OUTBOX', state: 'FAILED', done: 0, error: 'TypeError 42501', ended: true }]);
  });

  test('tells of a run whose worker died, once another begins an hour later', async () => {
    await times(1, job('close-campaigns', [1]));
    await world.later({ minutes: 61 });
    await times(2, job('close-campaigns', [1, 0]));
    expect(await runs()).toMatchObject([
      { state: 'FAILED', error: 'ABANDONED' },
      { state: 'DONE', done: 1 },
    ]);
  });

  test('is removed after thirty days', async () => {
    await times(2, job('fold-totals', [1, 0]));
    await world.later({ hours: 24 * 31 });
    await times(2, job('fold-totals', [1, 0]));
    expect(await purgeRuns(binding)).toBe(1);
    expect(await runs()).toHaveLength(1);
  });

  test('stops no job when it cannot be written', async () => {
    await world.sql('alter table app.job_run rename to elsewhere');
    const still = job('fold-totals', [1, 1, 0]);
    expect([await still.run(), await still.run()]).toEqual([1, 1]);
    await world.sql('alter table app.elsewhere rename to job_run');
  });
});

test('a given-up mail nobody asked for stays given up', async () => {
  await sentDaysAgo(null);
  await world.sql('update app.outbox set dead_at = app.clock()');
  await world.sql(`insert into app.mail_delivery (id, source, kind, state, tries, at, state_at)
    select id, 'OUTBOX', kind, 'GIVEN_UP', 10, at, at from app.outbox`);
  expect(await tryAgain(binding)).toBe(0);
  await world.sql('update app.mail_delivery set retry_asked_at = app.clock()');
  expect(await Promise.all([tryAgain(binding), tryAgain(binding)])).toEqual(expect.arrayContaining([1, 0]));
  expect(await world.sql('select dead_at, tries from app.outbox')).toEqual([{ dead_at: null, tries: 1000 }]);
});

test('H-07 a relay that was paused with the first try of a mail does not take the first try since it was asked for again for its own', async () => {
  await sentDaysAgo(null);
  const [first] = await world.sql<{ tries: number }>(
    'update app.outbox set tries = tries + 1, dead_at = app.clock() returning tries',
  );
  await world.sql(`insert into app.mail_delivery (id, source, kind, state, tries, at, state_at, retry_asked_at)
    select id, 'OUTBOX', kind, 'GIVEN_UP', tries, at, at, app.clock() from app.outbox`);
  expect(await tryAgain(binding)).toBe(1);
  const [again] = await world.sql<{ tries: number }>('update app.outbox set tries = tries + 1 returning tries');
  expect([first?.tries, again?.tries]).toEqual([1, 1001]);
});
