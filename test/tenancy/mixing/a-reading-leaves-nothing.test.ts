import { setTimeout as pause } from 'node:timers/promises';
import { poolOf } from '@guichet/database/session/connection/pool-of';
import { schoolHat } from '@guichet/database/session/hat';
import { readingAs } from '@guichet/database/session/reading';
import { inWork } from '@guichet/database/session/work';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { aCanaryWorld, type CanaryWorld } from '../canary-world.ts';
import { type SmallGateway, smallGateway } from './small-gateway.ts';

let fixture: CanaryWorld;
let small: SmallGateway;
let schoolId = '';
beforeAll(async () => {
  fixture = await aCanaryWorld();
  small = await smallGateway(fixture.world, 1);
  const [school] = await fixture.world.sql<{ id: string }>(`select id from app.school where slug = 'imt-mines-albi'`);
  schoolId = school?.id ?? '';
}, 120_000);
afterAll(async () => {
  await small.gateway.close();
  await fixture.world.close();
});

const officer = () => schoolHat(fixture.people.OA.accountId, schoolId, ['OFFICER']);
const reading = () => readingAs(small.gateway.binding, officer()).db;
const login = { role: 'none', who: 'app_login', principal: null, school: null, seal: null, isReadOnly: 'off' };

/** What the one connection of this gateway is, outside any reading; settings that were never set are as good as empty ones. */
async function connectionNow() {
  const pool = await poolOf(small.gateway.binding.orm);
  const settings = ['principal', 'school', 'seal'].map((name) => `nullif(current_setting('app.${name}', true), '') as ${name}`);
  const { rows } = await pool.query(`select current_setting('role') as role, current_user::text as who, ${settings.join(', ')},
    current_setting('transaction_read_only') as "isReadOnly"`);
  return rows[0];
}

const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('C-13 after a reading its connection is a login without any right', () => {
  test('when it answered, the first time and by its name', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const { rows } = await sql`select id from app.candidacy`.execute(reading());
      expect(rows.length).toBeGreaterThan(0);
      expect(await connectionNow()).toEqual(login);
    }
  });

  test('when its statement failed, before and after it was analysed', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await codeOf(sql`select 1 / (count(*)::int * 0) from app.candidacy`.execute(reading()))).toBe('22012');
      expect(await codeOf(sql`select nothing from app.candidacy`.execute(reading()))).toBe('42703');
      expect(await connectionNow()).toEqual(login);
    }
  });

  test('when it took too long, and when it was cancelled', async () => {
    const pool = await poolOf(small.gateway.binding.orm);
    await pool.query(`set statement_timeout = 80`);
    expect(await codeOf(sql`select pg_sleep(2)`.execute(reading()))).toBe('57014');
    await pool.query('reset statement_timeout');
    expect(await connectionNow()).toEqual(login);
    const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
    const cancelled = codeOf(sql`select pg_sleep(4)`.execute(reading()));
    await pause(300);
    await fixture.world.sql('select pg_cancel_backend($1)', [rows[0]?.pid]);
    expect(await cancelled).toBe('57014');
    expect(await connectionNow()).toEqual(login);
  });

  test('when a transaction ended well, ended badly, or was never begun', async () => {
    await inWork(small.gateway.binding, officer(), ({ db }) => sql`select id from app.candidacy`.execute(db));
    expect(await connectionNow()).toEqual(login);
    expect(await codeOf(inWork(small.gateway.binding, officer(), ({ db }) => sql`select nothing`.execute(db)))).toBe('42703');
    expect(await connectionNow()).toEqual(login);
    const unknown = { ...officer(), role: 'app_nobody' };
    expect(await codeOf(inWork(small.gateway.binding, unknown, async () => undefined))).toBe('22023');
    expect(await connectionNow()).toEqual(login);
  });
});

test('C-13 a reading writes nothing, whatever its role may write', async () => {
  const label = sql`insert into app.label (school_id, id, name, name_key, colour, version)
    values (${schoolId}, gen_random_uuid(), 'x', 'x', '#000000', 1)`;
  expect(await codeOf(label.execute(reading()))).toBe('25006');
  await sql`select set_config('transaction_read_only', 'off', true)`.execute(reading()).catch(() => undefined);
  expect(await codeOf(label.execute(reading()))).toBe('25006');
});

test('C-13 one statement under two roles in turn answers each with its own rows', async () => {
  const school = (id: string) => schoolHat(fixture.people.OA.accountId, id, ['OFFICER']);
  const [other] = await fixture.world.sql<{ id: string }>(`select id from app.school where slug = 'imt-mines-ales'`);
  const askers = [school(schoolId), school(other?.id ?? ''), { ...school(schoolId), role: 'app_public' }];
  const seen = async (hat: (typeof askers)[number]) => {
    const { rows } = await sql<{ id: string }>`select school_id as id from app.candidacy`
      .execute(readingAs(small.gateway.binding, hat).db)
      .catch(() => ({ rows: [] }));
    return [...new Set(rows.map(({ id }) => id))];
  };
  for (let turn = 0; turn < 4; turn += 1) expect(await Promise.all(askers.map(seen))).toEqual([[schoolId], [other?.id], []]);
});
