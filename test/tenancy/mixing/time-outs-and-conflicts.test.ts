import { setTimeout as pause } from 'node:timers/promises';
import { publicHat } from '@guichet/database/session/hat';
import { inWork, type Work } from '@guichet/database/session/work';
import { answerTo } from '@guichet/gateway/errors/answer-to';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { Client } from 'pg';
import type { Actor } from '../../world/actor.ts';
import { asCandidate, attempt, completeDossier, type HeldDossier, nextAct } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';
import { smallGateway } from './small-gateway.ts';

let world: World;
let claire: Actor;
let held: HeldDossier;
beforeAll(async () => {
  world = await aWorld();
  claire = await world.candidate('Claire');
  held = await completeDossier(claire, { schools: ['imt-mines-albi'] });
  for (const statement of conflicts) await world.sql(statement);
}, 60_000);
afterAll(() => world.close());

/** As many conflicts as are left, each raised when a trace is written; a sequence counts them past every rollback. */
const conflicts = [
  'create table test.conflicts (left_over int not null, code text not null)',
  `insert into test.conflicts values (0, '40001')`,
  'create sequence test.tries',
  `create function test.conflict() returns trigger language plpgsql security definer as $$ declare wanted record; begin
     select * into wanted from test.conflicts;
     if nextval('test.tries') <= wanted.left_over then raise exception using errcode = wanted.code, message = 'lost to another'; end if;
     return new; end $$`,
  'create trigger conflicts before insert on app.audit_person for each row execute function test.conflict()',
];

async function afterConflicts(count: number, code: string) {
  await world.sql('alter sequence test.tries restart');
  await world.sql('update test.conflicts set left_over = $1, code = $2', [count, code]);
}
const tries = async () => (await world.sql<{ n: number }>('select last_value::int as n from test.tries'))[0]?.n;

const save = (motivation: string) => attempt(claire, 'saveAnswers', { ...nextAct(held), answers: { motivation } });
const stored = async () => (await world.sql<{ m: string }>(`select answers->>'motivation' as m from app.application`))[0]?.m;
const idle = () =>
  world.sql(
    `select pid from pg_stat_activity where datname = current_database() and usename = 'app_login' and state like 'idle in%'`,
  );

describe('C-24 an act lost to another transaction is tried again', () => {
  test.each(['40001', '40P01'])('C-24 five conflicts (%s) are overcome, and the act happened once', async (code) => {
    await afterConflicts(5, code);
    const { application, errors } = await save(`cinq fois ${code}`);
    expect(errors).toEqual([]);
    expect(application.version).toBe(held.version + 1);
    expect(await tries()).toBe(6);
    expect(await stored()).toBe(`cinq fois ${code}`);
    held = { ...held, version: application.version };
  });

  test('C-24 after the sixth the client is told to send the same call again, and nothing happened', async () => {
    await afterConflicts(99, '40P01');
    const { status, errors } = await save('jamais');
    expect([status, errors.map(({ extensions }) => extensions.code)]).toEqual([409, ['CONFLICT_RETRY']]);
    expect(await tries()).toBe(6);
    await afterConflicts(0, '40P01');
    expect(await stored()).not.toBe('jamais');
    expect(await idle()).toEqual([]);
  });
});

describe('C-23 nobody holds a connection for long', () => {
  const slow = (act: (work: Work) => Promise<unknown>) =>
    inWork(world.gateway.binding, publicHat, act).then(
      () => 'done',
      (error: unknown) => answerTo(error, 'trace').refused.code,
    );

  test('C-23 the logins of the gateway bear the three limits', async () => {
    const rows = await inWork(world.gateway.binding, publicHat, ({ db }) =>
      sql<{
        a: string;
        b: string;
        c: string;
      }>`select current_setting('statement_timeout') as a, current_setting('lock_timeout') as b,
        current_setting('idle_in_transaction_session_timeout') as c`.execute(db),
    );
    expect(rows.rows).toEqual([{ a: '5s', b: '2s', c: '10s' }]);
  });

  test('C-23 a statement that runs for five seconds is ended, and the connection serves the next', async () => {
    expect(await slow(({ db }) => sql`select pg_sleep(20)`.execute(db))).toBe('UNAVAILABLE');
    expect(await world.nobody.read('{ campaign(slug: "astg3-2027") { slug } }')).toEqual({ campaign: { slug: 'astg3-2027' } });
  });

  test('C-23 a row that somebody else keeps locked is waited for two seconds, then the caller may try again', async () => {
    const keeper = new Client({ connectionString: world.administratorUrl });
    await keeper.connect();
    await keeper.query('begin');
    await keeper.query('select 1 from app.application for update');
    const { status, errors } = await save('attendre');
    await keeper.query('rollback');
    await keeper.end();
    expect([status, errors.map(({ extensions }) => extensions.code)]).toEqual([409, ['CONFLICT_RETRY']]);
    expect((await save('enfin')).errors).toEqual([]);
    expect(await idle()).toEqual([]);
  });

  test('C-23 a transaction that was left lying is ended, and the next caller gets a clean one', async () => {
    const said = slow(async ({ db }) => {
      await sql`set local idle_in_transaction_session_timeout = '200ms'`.execute(db);
      await pause(900);
      await sql`select 1`.execute(db);
    });
    expect(await said).toBe('UNAVAILABLE');
    expect(await world.nobody.read('{ serverTime }')).toHaveProperty('serverTime');
    expect(await idle()).toEqual([]);
  });

  test('connections killed at any moment, also while they begin or end, leave the pool whole', async () => {
    const small = await smallGateway(world, 2);
    const told = new Set<string>();
    for (let round = 0; round < 40; round += 1) {
      const reads = Array.from({ length: 4 }, () => small.at(claire).ask('{ me { identity { lastName } } }', {}, asCandidate));
      await pause(Math.random() * 12);
      await world.sql(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'app_login'`,
      );
      for (const { errors, data } of await Promise.all(reads))
        told.add(errors[0]?.extensions.code ?? Object.keys(data ?? {}).join());
    }
    expect([...told].filter((each) => each !== 'me' && each !== 'UNAVAILABLE')).toEqual([]);
    // Of the last kill somebody may still be told: who sends the same again is answered.
    const last = [];
    for (let time = 0; time < 3 && last.at(-1) !== 'answered'; time += 1) {
      const { errors } = await small.at(claire).ask('{ me { identity { lastName } } }', {}, asCandidate);
      last.push(errors[0]?.extensions.code ?? 'answered');
    }
    expect(last.filter((each) => each !== 'UNAVAILABLE')).toEqual(['answered']);
    await small.gateway.close();
  }, 120_000);
});
