import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { plantQueue } from '../../world/planted-queue.ts';
import { anExportDesk, type ExportDesk, exported, requested, school } from './export-desk.ts';

let desk: ExportDesk;
let officer: Actor;
let view: Selected;
const key = () => crypto.randomUUID();

beforeAll(async () => {
  desk = await anExportDesk();
  officer = await desk.world.member(school, ['OFFICER']);
  const reader = await desk.world.member(school, ['REVIEWER'], 'lectrice');
  const [, bach, curie] = await plantQueue(
    desk.world,
    school,
    ['Abel', 'Bach', 'Curie'].map((lastName) => ({ lastName })),
  );
  const label = 'mutation ($input: CreateLabelInput!) { createLabel(input: $input) { label { id } userErrors { code } } }';
  const { createLabel } = await officer.read(label, { input: { name: 'À revoir', colour: '#7a1f1f', idempotencyKey: key() } });
  const put = 'mutation ($input: LabelCandidacyInput!) { labelCandidacy(input: $input) { userErrors { code } } }';
  for (const uuid of [bach, curie]) {
    const candidacyId = Buffer.from(`Candidacy:${uuid}`).toString('base64url');
    await officer.read(put, { input: { candidacyId, labelIds: [createLabel.label.id], idempotencyKey: key() } });
  }
  await desk.world.sql(
    `insert into app.assignment (school_id, candidacy_id, reader_id) select school_id, id, $1 from app.candidacy where id = $2`,
    [reader.accountId, bach],
  );
  const save = 'mutation ($input: SaveViewInput!) { saveView(input: $input) { view { id count } userErrors { code } } }';
  const input = {
    campaignId: desk.campaignId,
    name: 'À revoir, de Z à A',
    isShared: false,
    filter: { labelIds: [createLabel.label.id] },
    orderBy: 'RECEIVED_AT_DESC',
    columns: ['LAST_NAME', 'LABELS', 'ASSIGNED_TO'],
    idempotencyKey: key(),
  };
  view = (await officer.read(save, { input })).saveView.view;
}, 120_000);
afterAll(() => desk.close());

test('an export of a saved view holds its rows in its order and its columns, as many as the view counts', async () => {
  const { job, bytes } = await exported(desk, officer, { campaignId: null, viewId: view.id, format: 'JSON_LINES' });
  expect([job.rows, job.columns]).toEqual([view.count, ['LAST_NAME', 'LABELS', 'ASSIGNED_TO']]);
  const rows = bytes.toString().trimEnd().split('\n');
  expect(rows.map((line) => JSON.parse(line))).toEqual([
    { lastName: 'Curie', labels: ['À revoir'], assignedTo: [] },
    { lastName: 'Bach', labels: ['À revoir'], assignedTo: [`lectrice@${school}.example`] },
  ]);
});

test('whoever reads no more is named in no export, as on no screen', async () => {
  const former = await desk.world.member(school, ['REVIEWER'], 'partie');
  await desk.world.sql(
    `insert into app.assignment (school_id, candidacy_id, reader_id)
     select i.school_id, i.candidacy_id, $1 from app.dossier_identity i where i.last_name = 'Curie'`,
    [former.accountId],
  );
  const readers = async () =>
    (await exported(desk, officer, { campaignId: null, viewId: view.id, format: 'JSON_LINES' })).bytes
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).assignedTo);
  expect(await readers()).toEqual([[`partie@${school}.example`], [`lectrice@${school}.example`]]);
  await desk.world.sql(`update app.membership set functions = '{OBSERVER}' where account_id = $1`, [former.accountId]);
  expect(await readers()).toEqual([[], [`lectrice@${school}.example`]]);
});

test('a view and a campaign at once, or neither, is malformed; a colleague’s own view is none', async () => {
  const code = async (person: Actor, input: object) =>
    (await requested(person, { format: 'CSV', ...input })).errors[0].extensions.code;
  expect(await code(officer, { viewId: view.id, campaignId: desk.campaignId })).toBe('BAD_USER_INPUT');
  expect(await code(officer, {})).toBe('BAD_USER_INPUT');
  const colleague = await desk.world.member(school, ['OFFICER'], 'colleague');
  expect(await code(colleague, { viewId: view.id })).toBe('NOT_FOUND');
});

test('H-06 asked for again under its key is the same export, though the view was changed and forgotten meanwhile', async () => {
  const change = 'mutation ($input: ChangeViewInput!) { changeView(input: $input) { view { version } userErrors { code } } }';
  const forget = 'mutation ($input: DeleteViewInput!) { deleteView(input: $input) { userErrors { code } } }';
  const input = { viewId: view.id, format: 'CSV', idempotencyKey: key() };
  const { exportJob } = await requested(officer, input);
  const filter = { states: ['WITHDRAWN'] };
  await officer.read(change, { input: { viewId: view.id, expectedVersion: 1, filter, idempotencyKey: key() } });
  expect((await requested(officer, input)).exportJob?.id).toBe(exportJob.id);
  await officer.read(forget, { input: { viewId: view.id, expectedVersion: 2, idempotencyKey: key() } });
  const inEnglish = { headers: { 'accept-language': 'en' } };
  expect((await requested(officer, input, inEnglish)).exportJob?.id).toBe(exportJob.id);
  const other = await requested(officer, { ...input, format: 'XLSX' });
  expect(other.errors[0].extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
});
