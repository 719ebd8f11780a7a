import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { asCandidate, submitted } from '../../world/dossier.ts';
import { madeKey, systemWith } from '../../world/key-desk.ts';
import { anExportDesk, type ExportDesk, exported, requested, school } from './export-desk.ts';

let desk: ExportDesk;
let officer: Actor;
let admin: Actor;
let claire: Actor;
let ulysse: Actor;
beforeAll(async () => {
  desk = await anExportDesk();
  const { world } = desk;
  officer = await world.member(school, ['OFFICER']);
  admin = await world.member(school, ['ADMIN'], 'head');
  claire = await world.candidate('Claire');
  await submitted(claire, { schools: [school], motivation: 'Les polymères.' });
  ulysse = await world.candidate('Ulysse');
  await submitted(ulysse, { schools: [school], motivation: 'Les verres.' });
}, 120_000);
afterAll(() => desk.close());

const log = async (person: Actor): Promise<readonly Selected[]> => {
  const document = '{ me { accessLog(first: 50) { edges { node { school { slug } reader means function at } } } } }';
  return (await person.read(document, {}, asCandidate)).me.accessLog.edges.map(({ node }: Selected) => node);
};
const onlyClaire = { filter: { search: 'clai' } };
const trail = (act: string) => desk.world.sql<{ purpose: string }>('select purpose from app.audit where act = $1', [act]);

test('an export of the list opens nothing, and nobody is told of a reading', async () => {
  await exported(desk, officer, { format: 'CSV' });
  expect([await log(claire), await desk.world.sql('select from app.opening')]).toEqual([[], []]);
});

test('I-07 an export with content is one reading of each row exported, told to its candidate as school, function and instant', async () => {
  await desk.world.later({ minutes: 1 });
  const { job, bytes } = await exported(desk, officer, { format: 'JSON_LINES', withContent: true, ...onlyClaire });
  expect(JSON.parse(bytes.toString())).toMatchObject({
    motivation: 'Les polymères.',
    studies: [{ level: 'BAC3' }, { level: 'M1' }],
  });
  expect([job.rows, await trail('CANDIDACY_EXPORTED')]).toEqual([1, [{ purpose: 'EXPORT' }]]);
  expect(await log(claire)).toEqual([
    { school: { slug: school }, reader: 'OFFICER', means: 'EXPORT', function: 'OFFICER', at: '2027-02-01T09:01:00.000Z' },
  ]);
  expect(await log(ulysse)).toEqual([]);
});

test('each further export is a further reading, and none ends “not looked at yet”', async () => {
  await exported(desk, officer, { format: 'XLSX', withContent: true, ...onlyClaire });
  expect((await log(claire)).map(({ means }) => means)).toEqual(['EXPORT', 'EXPORT']);
  const unopened = `query ($campaign: ID!) { desk { queueCounts(campaignId: $campaign) { view count }
    candidacies(campaignId: $campaign, first: 10, filter: { isUnopened: true }) { edges { node { isUnopened openedAt } } } } }`;
  const { queueCounts, candidacies } = (await officer.read(unopened, { campaign: desk.campaignId })).desk;
  expect(queueCounts).toContainEqual({ view: 'UNOPENED', count: 2 });
  expect(candidacies.edges.map(({ node }: Selected) => node)).toEqual([
    { isUnopened: true, openedAt: null },
    { isUnopened: true, openedAt: null },
  ]);
});

test('a look on screen after an export is told beside it', async () => {
  const [row] = await desk.world.sql<{ id: string }>(`select candidacy_id as id from app.opening limit 1`);
  const candidacyId = Buffer.from(`Candidacy:${row?.id}`).toString('base64url');
  const opens = 'mutation ($input: OpenCandidacyInput!) { openCandidacy(input: $input) { userErrors { code } } }';
  await officer.read(opens, { input: { candidacyId, idempotencyKey: crypto.randomUUID() } });
  await officer.read(opens, { input: { candidacyId, idempotencyKey: crypto.randomUUID() } });
  expect((await log(claire)).map(({ means }) => means).toSorted()).toEqual(['EXPORT', 'EXPORT', 'SCREEN']);
});

test('an export by a key is told as the school’s own system, with the list as without', async () => {
  const { secret } = await madeKey(admin, ['EXPORTS_WRITE', 'EXPORTS_READ', 'CANDIDACIES_READ']);
  const system = systemWith(desk.world, secret);
  const asked = await requested(system, {
    campaignId: desk.campaignId,
    format: 'CSV',
    withContent: true,
    filter: { search: 'uly' },
  });
  expect([asked.exportJob.state, asked.exportJob.requestedBy]).toEqual(['QUEUED', null]);
  await desk.write();
  expect(await log(ulysse)).toEqual([expect.objectContaining({ reader: 'API_KEY', means: 'EXPORT', function: 'OFFICER' })]);
});

test('an administrator of the school sees who read what by which means, and an officer does not', async () => {
  const document = `query ($of: ID) { desk { openings(first: 50, candidacyId: $of) { edges { node {
    reader means person { displayName } keyName candidacy { dossier { identity { lastName } } } } } } } }`;
  const { openings } = (await admin.read(document)).desk;
  const told = openings.edges.map(({ node }: Selected) => [
    node.candidacy.dossier.identity.lastName,
    node.means,
    node.person?.displayName ?? node.keyName,
  ]);
  expect(told.toSorted()).toEqual([
    ['Claire', 'EXPORT', officer.email],
    ['Claire', 'EXPORT', officer.email],
    ['Claire', 'SCREEN', officer.email],
    ['Ulysse', 'EXPORT', 'Queue of the school’s own system'],
  ]);
  expect((await officer.ask(document)).errors[0]?.extensions.code).toBe('FORBIDDEN');
});

test('in a file for people every code is told in words, and instants say whose clock they are of', async () => {
  const { bytes } = await exported(desk, officer, { format: 'CSV', withContent: true, ...onlyClaire });
  for (const words of ['M1 en cours', 'Bac + 3', 'validée', '"Reçue le (UTC)"']) expect(bytes.toString()).toContain(words);
  expect(bytes.toString()).not.toMatch(/VALIDATED|BAC3/);
});
