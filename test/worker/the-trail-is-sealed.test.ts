import { loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import type { Binding } from '@guichet/database/session/work';
import { trailSealer } from '@guichet/worker/audit/seal-trail';
import { type ChainHead, verifyTrail } from '@guichet/worker/audit/verify-trail';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { submitted } from '../world/dossier.ts';
import { secret } from '../world/server.ts';
import { aWorld, type World } from '../world/world.ts';

let world: World;
let worker: Binding;
let albi: string;
/** Number of the newest link of the school. */
let last: number;

beforeAll(async () => {
  world = await aWorld();
  const orm = await createOrm({ url: loginUrl(world.ownerUrl, 'app_work', secret), connections: 3 });
  worker = { ...world.gateway.binding, orm };
  for (const name of ['Claire', 'Paul', 'Nadia'])
    await submitted(await world.candidate(name), { schools: ['imt-mines-albi', 'imt-mines-ales'] });
  albi = (await world.sql<{ id: string }>(`select id from app.school where slug = 'imt-mines-albi'`))[0]?.id ?? '';
});
afterAll(async () => {
  await worker.orm.close();
  await world.close();
});

async function sealAll(): Promise<void> {
  const seal = trailSealer(worker);
  while ((await seal()) > 0);
}

/** What is wrong with the chain of one school, in words: kind and number. */
const faults = async (kept: readonly ChainHead[] = []) =>
  (await verifyTrail(worker, kept)).faults.map(({ kind, number, schoolId }) => [kind, number, schoolId === albi]);

describe('I-08 the trail is sealed', () => {
  test('entry by entry, a chain per school and one for persons, and two workers seal nothing twice', async () => {
    expect((await faults()).length).toBe(0); // written within the minute
    await world.later({ minutes: 2 });
    const waiting = await faults();
    expect(new Set(waiting.map(([kind]) => kind))).toEqual(new Set(['UNSEALED']));
    await Promise.all([sealAll(), sealAll()]);
    const { entries, heads, faults: none } = await verifyTrail(worker);
    expect(none).toEqual([]);
    const [written] = await world.sql<{ n: number }>(
      'select (select count(*) from app.audit)::int + (select count(*) from app.audit_person)::int as n',
    );
    expect(entries).toBe(written?.n);
    last = heads.find(({ schoolId }) => schoolId === albi)?.number ?? 0;
    expect(last).toBe((await world.sql('select from app.audit where school_id = $1', [albi])).length);
    expect(heads.some(({ schoolId }) => schoolId === null)).toBe(true);
  });

  test('what comes late, even with an older instant, is sealed after what was there', async () => {
    const before = await verifyTrail(worker);
    await world.sql(
      `insert into app.audit (school_id, id, act, at) values ($1, gen_random_uuid(), 'CANDIDACY_RECEIVED', '2020-01-01Z')`,
      [albi],
    );
    await sealAll();
    const after = await verifyTrail(worker, before.heads);
    expect(after.faults).toEqual([]);
    expect(after.heads.find(({ schoolId }) => schoolId === albi)?.number).toBe(last + 1);
    last += 1;
  });
});

describe('I-08 whoever gets past every wall and changes it is found out', () => {
  let kept: readonly ChainHead[];
  beforeEach(async () => {
    kept = (await verifyTrail(worker)).heads;
    expect(await faults(kept)).toEqual([]);
  });

  /** Plants a change as the administrator, past every wall, and judges. */
  async function planted(...statements: readonly string[]) {
    for (const statement of statements) await world.sql(statement);
    return faults();
  }
  const entry = (number: number) => `(select audit_id from app.audit_chain where school_id = '${albi}' and number = ${number})`;
  const copied = async (table: string) => world.sql(`create table test.${table} as select * from app.${table}`);
  const putBack = async (table: string) => {
    await world.sql(`delete from app.${table}`);
    await world.sql(`insert into app.${table} select * from test.${table}`);
    await world.sql(`drop table test.${table}`);
  };
  beforeEach(async () => {
    for (const table of ['audit', 'audit_chain']) await copied(table);
  });
  afterEach(async () => {
    for (const table of ['audit', 'audit_chain']) await putBack(table);
  });

  test.each([
    ['who acted', 'actor_id = gen_random_uuid()'],
    ['what was done', `act = 'CANDIDACY_OPENED'`],
    ['when, by a microsecond', `at = at + interval '1 microsecond'`],
    ['what for', `purpose = 'x'`],
    ['where from', `network = 'x'`],
  ])('a changed entry is named: %s', async (_, change) => {
    const update = `update app.audit set ${change} where school_id = '${albi}' and id = ${entry(2)}`;
    expect(await planted(update)).toEqual([['CHANGED', 2, true]]);
  });

  test('a deleted entry is named', async () => {
    expect(await planted(`delete from app.audit where school_id = '${albi}' and id = ${entry(2)}`)).toEqual([
      ['MISSING', 2, true],
    ]);
  });

  test('an entry deleted with its link leaves a gap', async () => {
    const gone = `with gone as (delete from app.audit where school_id = '${albi}' and id = ${entry(2)})
      delete from app.audit_chain where school_id = '${albi}' and number = 2`;
    expect(await planted(gone)).toEqual([['GAP', 3, true]]);
  });

  test('an altered link is told apart from an altered entry', async () => {
    const altered = `update app.audit_chain set digest = repeat('a', 64) where school_id = '${albi}' and number = 2`;
    expect(await planted(altered)).toEqual([['LINK_ALTERED', 2, true]]);
  });

  test('two swapped links are both named', async () => {
    const both = `school_id = '${albi}' and number in (2, 3)`;
    const swapped = [
      `create table test.both as select * from app.audit_chain where ${both}`,
      `delete from app.audit_chain where ${both}`,
      `insert into app.audit_chain (school_id, number, audit_id, digest, sealed_at)
       select f.school_id, f.number, t.audit_id, f.digest, f.sealed_at from test.both f join test.both t on t.number = 5 - f.number`,
      'drop table test.both',
    ];
    expect(await planted(...swapped)).toEqual([
      ['CHANGED', 2, true],
      ['CHANGED', 3, true],
    ]);
  });

  test('an entry slipped in without a link is named once a minute has passed', async () => {
    const slipped = `insert into app.audit (school_id, id, act, at) values ('${albi}', gen_random_uuid(), 'NOTE', '2027-02-01T08:00:00Z')`;
    expect(await planted(slipped)).toEqual([['UNSEALED', null, true]]);
  });

  test('a tail cut off is found by a head kept elsewhere, and by nothing else', async () => {
    const cut = `with gone as (delete from app.audit where school_id = '${albi}' and id = ${entry(last)})
      delete from app.audit_chain where school_id = '${albi}' and number = ${last}`;
    expect(await planted(cut)).toEqual([]);
    expect(await faults(kept)).toEqual([['CUT', last, true]]);
  });

  test('a chain that is gone whole is found by its head', async () => {
    const gone = ['audit', 'audit_chain'].map((table) => `delete from app.${table} where school_id = '${albi}'`);
    expect(await planted(...gone)).toEqual([]);
    expect(await faults(kept)).toEqual([['CUT', 1, true]]);
  });

  test('a chain made anew from a change on is found by a head kept elsewhere', async () => {
    const anew = `with gone as (delete from app.audit where school_id = '${albi}' and id = ${entry(last - 1)})
      delete from app.audit_chain where school_id = '${albi}' and number >= ${last - 1}`;
    await planted(anew);
    await sealAll();
    const found = await faults(kept);
    expect(found).toEqual([['CUT', last, true]]);
  });

  test('a chain of the same length over a changed entry is found by a head kept elsewhere', async () => {
    await planted(
      `update app.audit set act = 'NOTHING' where school_id = '${albi}' and id = ${entry(last)}`,
      `delete from app.audit_chain where school_id = '${albi}' and number = ${last}`,
    );
    await sealAll();
    expect(await faults()).toEqual([]);
    expect(await faults(kept)).toEqual([['REWRITTEN', last, true]]);
  });
});
