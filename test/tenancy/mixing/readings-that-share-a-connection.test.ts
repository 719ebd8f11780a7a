import { poolOf } from '@guichet/database/session/connection/pool-of';
import { readingsBehind } from '@guichet/database/session/connection/readings-line';
import { type Hat, schoolHat } from '@guichet/database/session/hat';
import { readingAs } from '@guichet/database/session/reading';
import { beginWork } from '@guichet/database/session/work';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { aCanaryWorld, type CanaryWorld } from '../canary-world.ts';
import { type SmallGateway, smallGateway } from './small-gateway.ts';

let fixture: CanaryWorld;
let small: SmallGateway;
let hats: readonly Hat[] = [];
/** How often a connection was handed out. */
let handedOut = 0;
beforeAll(async () => {
  fixture = await aCanaryWorld();
  small = await smallGateway(fixture.world, 1);
  const schools = await fixture.world.sql<{ id: string }>(`select id from app.school order by slug`);
  hats = schools.map(({ id }) => schoolHat(fixture.people.OA.accountId, id, ['OFFICER']));
  const pool = await poolOf(small.gateway.binding.orm);
  pool.on('acquire', () => {
    handedOut += 1;
  });
}, 120_000);
afterAll(async () => {
  await small.gateway.close();
  await fixture.world.close();
});

const hatOf = (turn: number) => hats[turn % hats.length] as Hat;
const bound = sql<{ school: string; seen: string[] }>`select current_setting('app.school') as school,
  array(select distinct school_id::text from app.candidacy) as seen`;
const seenBy = async (hat: Hat) => (await bound.execute(readingAs(small.gateway.binding, hat).db)).rows[0];
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

async function settingsNow() {
  const pool = await poolOf(small.gateway.binding.orm);
  const { rows } = await pool.query(
    `select current_setting('role') as role, nullif(current_setting('app.school', true), '') as school, pg_backend_pid() as pid`,
  );
  return rows[0] as { role: string; school: string | null; pid: number };
}

// Analysed once: from here on it may go with others.
beforeEach(async () => {
  for (let time = 0; time < 2; time += 1) await seenBy(hatOf(0));
  handedOut = 0;
});

test('C-13 readings of many schools at once, four to a connection, answer each with its own rows', async () => {
  const turns = Array.from({ length: 240 }, (_, turn) => turn);
  const seen = await Promise.all(turns.map((turn) => seenBy(hatOf(turn))));
  const strangers = turns.filter((turn) => {
    const { school } = hatOf(turn) as { readonly school?: string };
    const told = seen[turn];
    return told?.school !== school || told?.seen.some((id) => id !== school);
  });
  expect(strangers).toEqual([]);
  expect(seen.some((told) => (told?.seen.length ?? 0) > 0)).toBe(true);
  // The first may have gone before the others had asked.
  expect(handedOut).toBeLessThanOrEqual(61);
  expect(await settingsNow()).toMatchObject({ role: 'none', school: null });
});

test('C-13 a statement that no connection has analysed is answered to everybody who asks it at once', async () => {
  const unseen = sql`select current_setting('app.school') as school, 'asked for the first time' as word`;
  const seen = await Promise.all(
    Array.from(
      { length: 12 },
      async (_, turn) => (await unseen.execute(readingAs(small.gateway.binding, hatOf(turn)).db)).rows[0],
    ),
  );
  expect(seen.map((row) => (row as { school: string }).school)).toEqual(
    Array.from({ length: 12 }, (_, turn) => (hatOf(turn) as { school?: string }).school),
  );
});

test('C-13 one that fails or takes too long is no other’s failure, and leaves nothing behind', async () => {
  const failing = sql`select 1 / (count(*)::int * 0) from app.candidacy`;
  const slow = sql`select pg_sleep(0.5)`;
  const { pid } = await settingsNow();
  for (const each of [failing, slow, failing, slow]) await codeOf(each.execute(readingAs(small.gateway.binding, hatOf(0)).db));
  const pool = await poolOf(small.gateway.binding.orm);
  await pool.query('set statement_timeout = 80');
  const [first, second, third, fourth] = [
    seenBy(hatOf(0)),
    codeOf(failing.execute(readingAs(small.gateway.binding, hatOf(1)).db)),
    codeOf(slow.execute(readingAs(small.gateway.binding, hatOf(2)).db)),
    seenBy(hatOf(3)),
  ];
  expect([(await first)?.school, await second, await third, (await fourth)?.school]).toEqual([
    (hatOf(0) as { school?: string }).school,
    '22012',
    '57014',
    (hatOf(3) as { school?: string }).school,
  ]);
  await pool.query('reset statement_timeout');
  expect(await settingsNow()).toEqual({ role: 'none', school: null, pid });
});

test('C-13 a connection that breaks fails what was sent on it, and nothing that waits', async () => {
  const sleeping = () => codeOf(sql`select pg_sleep(0.3)`.execute(readingAs(small.gateway.binding, hatOf(0)).db));
  // A statement has a name from its second time on.
  for (let time = 0; time < 2; time += 1) await sleeping();
  const { pid } = await settingsNow();
  // All wait for the one connection, and leave together once it is free.
  const work = await beginWork(small.gateway.binding, hatOf(0));
  const asked = [sleeping(), ...Array.from({ length: 9 }, (_, turn) => codeOf(seenBy(hatOf(turn))))];
  await new Promise(setImmediate);
  await work.rollback();
  setTimeout(() => void fixture.world.sql(`select pg_terminate_backend(${pid})`), 100);
  const codes = await Promise.all(asked);
  expect(codes.slice(4)).toEqual(Array.from({ length: 6 }, () => 'done'));
  expect(codes.slice(0, 4)).not.toContain('done');
});

test('H-11 where no connection comes free all who wait are refused in two seconds, and the next is answered', async () => {
  const work = await beginWork(small.gateway.binding, hatOf(0));
  const began = performance.now();
  const asked = Array.from({ length: 9 }, (_, turn) => codeOf(seenBy(hatOf(turn))));
  await new Promise(setImmediate);
  expect(readingsBehind(await poolOf(small.gateway.binding.orm))).toBe(8);
  expect(new Set(await Promise.all(asked))).toEqual(new Set(['timeout exceeded when trying to connect']));
  expect(performance.now() - began).toBeLessThan(3500);
  await work.rollback();
  expect((await seenBy(hatOf(1)))?.school).toBe((hatOf(1) as { school?: string }).school);
});
