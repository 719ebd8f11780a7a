import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { plantQueue } from '../../world/planted-queue.ts';
import { anExportDesk, type ExportDesk, exported, exportsOf, other, requested, school } from './export-desk.ts';

let desk: ExportDesk;
let officer: Actor;
let elsewhere: Actor;
const own: string[] = [];
const foreign: string[] = [];
const candidacy = (uuid: string) => Buffer.from(`Candidacy:${uuid}`).toString('base64url');

beforeAll(async () => {
  desk = await anExportDesk();
  officer = await desk.world.member(school, ['OFFICER']);
  elsewhere = await desk.world.member(other, ['OFFICER']);
  own.push(...(await plantQueue(desk.world, school, [{ lastName: 'Abel' }, { lastName: 'Bach' }, { lastName: 'Curie' }])));
  const planted = [
    { lastName: 'Fermi', reference: 'ASTG3-27-FFFFF' },
    { lastName: 'Gauss', reference: 'ASTG3-27-GGGGG' },
  ];
  foreign.push(...(await plantQueue(desk.world, other, planted)));
}, 120_000);
afterAll(() => desk.close());

const rowsOf = (bytes: Buffer): readonly Selected[] =>
  bytes
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
const names = async (input: object) => {
  const { job, bytes } = await exported(desk, officer, { format: 'JSON_LINES', ...input });
  const rows = rowsOf(bytes);
  expect(job.rows).toBe(rows.length);
  return rows.map(({ lastName }) => lastName);
};

describe('B-27 an export asked for by ids', () => {
  test('holds those of the school and is silent about the others, whose number it does not count', async () => {
    const [abel, , curie] = own;
    expect(await names({ candidacyIds: [abel, curie, ...foreign].map((id) => candidacy(id ?? '')) })).toEqual(['Abel', 'Curie']);
  });

  test('of foreign, unknown and malformed ids alone is empty, opened or not', async () => {
    const ids = [...foreign.map(candidacy), candidacy(crypto.randomUUID()), 'nonsense'];
    expect(await names({ candidacyIds: ids })).toEqual([]);
    expect(await names({ candidacyIds: ids, withContent: true })).toEqual([]);
    expect(await desk.world.sql('select from app.opening')).toEqual([]);
  });

  test('by a foreign filter finds nothing that is not the school’s own', async () => {
    expect(await names({ filter: { search: 'ASTG3-27-FF' } })).toEqual([]);
    expect(await names({ filter: { search: 'Gauss' } })).toEqual([]);
    expect(await names({})).toEqual(['Abel', 'Bach', 'Curie']);
  });

  test('of a campaign that is none, or of another kind of id, is not found', async () => {
    for (const campaignId of [
      Buffer.from(`Campaign:${crypto.randomUUID()}`).toString('base64url'),
      candidacy(own[0] ?? ''),
      'x',
    ]) {
      const { errors } = await requested(officer, { campaignId, format: 'CSV' });
      expect(errors[0].extensions.code).toBe('NOT_FOUND');
    }
  });
});

test('a school sees its own exports and not another’s, by id neither', async () => {
  const [job] = await exportsOf(officer);
  expect(await exportsOf(elsewhere)).toEqual([]);
  const byId = 'query ($id: ID!) { node(id: $id) { ... on ExportJob { rows state } } }';
  expect((await officer.read(byId, { id: job.id })).node.state).toBe('DONE');
  expect((await elsewhere.ask(byId, { id: job.id })).data.node).toBeNull();
  const cancels = 'mutation ($input: CancelExportInput!) { cancelExport(input: $input) { userErrors { code } } }';
  const tried = await elsewhere.ask(cancels, { input: { exportId: job.id, idempotencyKey: crypto.randomUUID() } });
  expect(tried.errors[0]?.extensions.code).toBe('NOT_FOUND');
});

test('what changes while it is written changes nothing in it: every row is of one moment, and as many as at that moment', async () => {
  const { world } = desk;
  await plantQueue(
    world,
    school,
    Array.from({ length: 1200 }, (_, index) => ({ lastName: `Masse ${index}`, reference: `ASTG3-27-M${index}` })),
  );
  // Between the first batch and the second, somebody withdraws everything and renames the rest.
  await world.sql(`create function test.meanwhile() returns trigger language plpgsql security definer set session_replication_role = replica as $$ begin
    update app.candidacy set state = 'WITHDRAWN'; update app.dossier_identity set last_name = 'Renommé';
    delete from app.dossier_specialism; return null; end $$`);
  await world.sql(`create trigger meanwhile after update on app.export_job for each row when (new.counted = 500)
    execute function test.meanwhile()`);
  const { job, bytes } = await exported(desk, officer, { format: 'JSON_LINES', columns: ['LAST_NAME', 'STATE', 'SPECIALISMS'] });
  const rows = rowsOf(bytes);
  expect([job.rows, rows.length]).toEqual([1203, 1203]);
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['RECEIVED']));
  expect(rows.filter(({ lastName, specialisms }) => lastName === 'Renommé' || specialisms.length !== 1)).toEqual([]);
  const [now] = await world.sql<{ n: number }>(`select count(*)::int as n from app.candidacy where state = 'WITHDRAWN'`);
  expect(now?.n).toBe(1205);
});
