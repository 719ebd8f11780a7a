import { keyHat } from '@guichet/database/session/hat';
import { inWork } from '@guichet/database/session/work';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Actor } from '../../world/actor.ts';
import { submitted } from '../../world/dossier.ts';
import { madeKey, systemWith } from '../../world/key-desk.ts';
import { anExportDesk, cancelled, type ExportDesk, exportNow, exportsOf, requested, school } from './export-desk.ts';

let desk: ExportDesk;
let officer: Actor;
let system: Actor;
let ofOfficer: string;
let ofSystem: string;
beforeAll(async () => {
  desk = await anExportDesk();
  officer = await desk.world.member(school, ['OFFICER']);
  const admin = await desk.world.member(school, ['ADMIN'], 'head');
  system = systemWith(desk.world, (await madeKey(admin, ['EXPORTS_WRITE', 'EXPORTS_READ', 'CANDIDACIES_READ'])).secret);
  const input = { campaignId: desk.campaignId, format: 'CSV' };
  ofOfficer = (await requested(officer, input)).exportJob.id;
  ofSystem = (await requested(system, input)).exportJob.id;
}, 120_000);
afterAll(() => desk.close());

test('B-19 a key lists and fetches the exports it asked for, and none of the people’s', async () => {
  expect((await exportsOf(system)).map(({ id }) => id)).toEqual([ofSystem]);
  const { nodes } = await system.read('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [ofSystem, ofOfficer] });
  expect(nodes).toEqual([{ id: ofSystem }, null]);
  expect((await exportsOf(officer)).map(({ id }) => id).toSorted()).toEqual([ofSystem, ofOfficer].toSorted());
});

test('B-19 a key cancels none of the people’s exports, and the database keeps them from it too', async () => {
  const { errors } = await cancelled(system, ofOfficer);
  expect(errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code)).toEqual(['NOT_FOUND']);
  const [key] = await desk.world.sql<{ id: string; school_id: string }>(
    'select id, school_id from app.api_key order by at desc limit 1',
  );
  const moved = await inWork(desk.world.gateway.binding, keyHat(key?.id ?? '', key?.school_id ?? '', []), ({ db }) =>
    sql`update app.export_job set state = 'CANCELLED'`.execute(db),
  );
  expect(moved.numAffectedRows).toBe(1n);
  const states = new Map((await exportsOf(officer)).map(({ id, state }) => [id, state]));
  expect([states.get(ofSystem), states.get(ofOfficer)]).toEqual(['CANCELLED', 'QUEUED']);
});

test('B-19 a key’s file tells the labels it may read, though it may know of no reader', async () => {
  const admin = await desk.world.member(school, ['ADMIN'], 'other head');
  const labelled = systemWith(
    desk.world,
    (await madeKey(admin, ['EXPORTS_WRITE', 'EXPORTS_READ', 'CANDIDACIES_READ', 'LABELS_READ'])).secret,
  );
  await submitted(await desk.world.candidate('Awa'), { schools: [school] });
  const { exportJob } = await requested(labelled, {
    campaignId: desk.campaignId,
    format: 'CSV',
    columns: ['REFERENCE', 'LABELS'],
  });
  await desk.write();
  expect(await exportNow(labelled, exportJob.id)).toMatchObject({ state: 'DONE', failure: null, rows: 1 });
  const { errors } = await requested(labelled, { campaignId: desk.campaignId, format: 'CSV', columns: ['ASSIGNED_TO'] });
  expect(errors[0].extensions.code).toBe('FORBIDDEN');
});
