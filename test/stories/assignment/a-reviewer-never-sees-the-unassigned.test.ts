import { schoolHat } from '@guichet/database/session/hat';
import { inWork } from '@guichet/database/session/work';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Actor, Selected } from '../../world/actor.ts';
import { freshKey } from '../../world/dossier.ts';
import { plantQueue } from '../../world/planted-queue.ts';
import { aWorld, type World } from '../../world/world.ts';
import { acted, opaque, openCampaign, personId, readersOf, readingsOf } from './assigning.ts';

let world: World;
let officer: Actor;
let reader: Actor;
let readerId: string;
let uuids: readonly string[];
let ids: readonly string[];

const school = 'imt-lille-douai';
const open = 'mutation ($input: OpenCandidacyInput!) { openCandidacy(input: $input) { candidacy { id } userErrors { code } } }';
const reading = `{ reading { readings(first: 10) { edges { node { assignedAt isMasked candidacy { id }
  dossier { identity { lastName } contact { city } answers { text } } } } } } }`;
const tables = ['candidacy', 'dossier_head', 'dossier_specialism', 'dossier_identity', 'dossier_content', 'assignment'];

/** Rows of each table that the reader's own role sees, past the API. */
async function seen(): Promise<Record<string, number>> {
  const [row] = await world.sql<{ id: string }>('select id from app.school where slug = $1', [school]);
  return inWork(world.gateway.binding, schoolHat(reader.accountId, row?.id ?? '', ['REVIEWER']), async ({ db }) => {
    const found: [string, number][] = [];
    for (const table of tables) {
      const { rows } = await sql<{ n: number }>`select count(school_id)::int as n from app.${sql.raw(table)}`.execute(db);
      found.push([table, rows[0]?.n ?? -1]);
    }
    return Object.fromEntries(found);
  });
}

const everywhere = (n: number) => Object.fromEntries(tables.map((table) => [table, n]));

beforeAll(async () => {
  world = await aWorld();
  officer = await world.member(school, ['OFFICER'], 'Odile');
  reader = await world.member(school, ['REVIEWER'], 'Rose');
  readerId = await personId(world, reader);
  uuids = await plantQueue(
    world,
    school,
    ['Un', 'Deux', 'Trois'].map((lastName) => ({ lastName })),
  );
  ids = opaque(uuids);
});
afterAll(() => world.close());

test('B-11 before anything is assigned, neither the API nor the database shows a reader one dossier', async () => {
  expect(await readingsOf(reader)).toEqual([]);
  expect(await seen()).toEqual(everywhere(0));
  for (const id of ids) expect(await reader.read('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
});

test('B-11 what is assigned is read, and nothing beside it, in the API and in the database', async () => {
  await world.later({ minutes: 1 });
  await acted(officer, 'assignReaders', { candidacyIds: ids.slice(1, 2), readerIds: [readerId] });
  const { edges } = (await reader.read(reading)).reading.readings;
  expect(edges.map(({ node }: Selected) => [node.candidacy.id, node.assignedAt])).toEqual([[ids[1], '2027-02-01T09:01:00.000Z']]);
  expect(await seen()).toEqual({ ...everywhere(1), dossier_content: 0 });
  await reader.read(open, { input: { candidacyId: ids[1], idempotencyKey: freshKey() } });
  expect(await seen()).toEqual(everywhere(1));
});

test('a masked reading shows no identity, in the API and in the database', async () => {
  await acted(officer, 'assignReaders', { candidacyIds: ids.slice(0, 1), readerIds: [readerId], isMasked: true });
  const { edges } = (await reader.read(reading)).reading.readings;
  const masked = edges.find(({ node }: Selected) => node.candidacy.id === ids[0]).node;
  expect(masked).toMatchObject({ isMasked: true, dossier: { identity: null, contact: null } });
  expect(await seen()).toMatchObject({ dossier_head: 2, dossier_identity: 1 });
});

test('a mask is refused for whoever meets the names on the desk', async () => {
  const both = await world.member(school, ['OBSERVER', 'REVIEWER'], 'Béa');
  const given = { candidacyIds: ids.slice(0, 1), readerIds: [await personId(world, both)] };
  const refused = await acted(officer, 'assignReaders', { ...given, isMasked: true });
  expect(refused.userErrors.map(({ code }: Selected) => code)).toEqual(['READER_SEES_NAMES']);
  await acted(officer, 'assignReaders', given);
  expect(await readingsOf(both)).toEqual([ids[0]]);
});

test('whoever watches the queue and reads too opens what is assigned to them and nothing else', async () => {
  const [both] = await world.sql<{ account: string }>(
    `select account_id as account from app.membership where functions @> '{OBSERVER}'`,
  );
  const person = await world.signInAgain({ ...reader, accountId: both?.account ?? '' });
  const opened = (candidacyId: string | undefined) => person.ask(open, { input: { candidacyId, idempotencyKey: freshKey() } });
  expect((await opened(ids[0])).data.openCandidacy.candidacy).toEqual({ id: ids[0] });
  expect((await opened(ids[2])).errors[0]?.extensions.code).toBe('NOT_FOUND');
});

test('B-11 what is taken back is read no more from the next request on, opened or not', async () => {
  await acted(officer, 'unassignReaders', { candidacyIds: ids, readerIds: [readerId] });
  expect(await readingsOf(reader)).toEqual([]);
  expect(await seen()).toEqual(everywhere(0));
  const answer = await reader.ask(open, { input: { candidacyId: ids[1], idempotencyKey: freshKey() } });
  expect(answer.errors[0]?.extensions.code).toBe('NOT_FOUND');
});

test('B-11 each of two policies alone keeps back what was taken back; without both it would be seen', async () => {
  const own = 'school_id = (select app.acting_school())';
  const planted = {
    assignment: `${own} and reader_id = (select app.principal())`,
    candidacy: `${own} and exists (select from app.assignment a where a.school_id = candidacy.school_id and a.candidacy_id = candidacy.id
      and a.reader_id = (select app.principal()))`,
  };
  const standing = await world.sql<{ name: string; text: string }>(
    `select tablename as name, qual as text from pg_policies where policyname like any (array['assignment_reviewer_select', 'candidacy_reviewer_select'])`,
  );
  await world.sql(`alter policy assignment_reviewer_select on app.assignment using (${planted.assignment})`);
  expect(await seen()).toMatchObject({ candidacy: 0, assignment: 2 });
  await world.sql(`alter policy candidacy_reviewer_select on app.candidacy using (${planted.candidacy})`);
  expect(await seen()).toMatchObject({ candidacy: 2 });
  for (const { name, text } of standing) await world.sql(`alter policy ${name}_reviewer_select on app.${name} using (${text})`);
  expect(await seen()).toEqual(everywhere(0));
});

test('B-21 a reader who was removed reads nothing, and what they had waits for another', async () => {
  await acted(officer, 'assignReaders', { candidacyIds: ids.slice(1), readerIds: [readerId] });
  await world.sql('update app.membership set ended_at = $1 where account_id = $2', ['2027-02-01T09:00:00Z', reader.accountId]);
  expect((await reader.ask(reading)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  const campaignId = await openCampaign(world);
  expect(await readersOf(officer, campaignId)).toContain('rose: 2 of any: to be reassigned');
  const { bulkAct } = await acted(officer, 'unassignReaders', { candidacyIds: ids.slice(1), readerIds: [readerId] });
  expect(bulkAct.outcomes.map(({ outcome }: Selected) => outcome)).toEqual(['DONE', 'DONE']);
  const undone = (await acted(officer, 'undoBulkAct', { bulkActId: bulkAct.id })).bulkAct;
  expect(undone.outcomes.map(({ undoOutcome }: Selected) => undoOutcome)).toEqual(['CHANGED_SINCE', 'CHANGED_SINCE']);
  const { userErrors } = await acted(officer, 'assignReaders', { candidacyIds: ids, readerIds: [readerId] });
  expect(userErrors.map(({ code }: Selected) => code)).toEqual(['NOT_A_READER']);
  expect((await readersOf(officer, campaignId)).some((line) => line.startsWith('rose'))).toBe(false);
});
