import { schoolHat } from '@guichet/database/session/hat';
import { inWork } from '@guichet/database/session/work';
import type { SchoolFunction } from '@guichet/domain/account/school-function';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Actor } from '../../world/actor.ts';
import { freshKey, submitted } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';
import { acted, personId } from '../assignment/assigning.ts';

const school = 'imt-mines-albi';
let world: World;
let admin: Actor;
let id: string;

const open = 'mutation ($input: OpenCandidacyInput!) { openCandidacy(input: $input) { userErrors { code } } }';
const read = 'query ($id: ID!) { node(id: $id) { ... on Candidacy { dossier { answers { text } } } } }';
const answersFor = async (person: Actor) => (await person.read(read, { id })).node.dossier.answers;
const opened = (person: Actor) => person.read(open, { input: { candidacyId: id, idempotencyKey: freshKey() } });
/** Contents the database itself answers a member, whatever the gateway asks for. */
const rowsFor = async ({ accountId }: Actor, functions: readonly SchoolFunction[]) => {
  const [found] = await world.sql<{ id: string }>('select id from app.school where slug = $1', [school]);
  const hat = schoolHat(accountId, found?.id ?? '', functions);
  return inWork(world.gateway.binding, hat, async ({ db }) => {
    const { rows } = await sql`select candidacy_id from app.dossier_content`.execute(db);
    return rows.length;
  });
};

beforeAll(async () => {
  world = await aWorld();
  admin = await world.member(school, ['ADMIN'], 'Head');
  const { campaignId } = await submitted(await world.candidate('Nadia'), { schools: [school], motivation: 'Les sols.' });
  const list = 'query ($campaignId: ID!) { desk { candidacies(campaignId: $campaignId, first: 1) { edges { node { id } } } } }';
  ({ id } = (await admin.read(list, { campaignId })).desk.candidacies.edges[0].node);
}, 120_000);
afterAll(() => world.close());

test('an officer who becomes an observer reads no more of what they opened before', async () => {
  const officer = await world.member(school, ['OFFICER']);
  await opened(officer);
  expect(await answersFor(officer)).toMatchObject([{ text: 'Les sols.' }]);
  expect(await rowsFor(officer, ['OFFICER'])).toBe(1);
  await world.sql(`update app.membership set functions = '{OBSERVER}', version = version + 1 where account_id = $1`, [
    officer.accountId,
  ]);
  expect(await answersFor(await world.signInAgain(officer))).toBeNull();
  // A hat that is still worn elsewhere does not help: the database asks who they are today.
  expect(await rowsFor(officer, ['OFFICER'])).toBe(0);
});

test('who observes and reviews has the content of what is assigned, and no more once it is taken back', async () => {
  const reader = await world.member(school, ['REVIEWER', 'OBSERVER'], 'Both');
  const pair = { candidacyIds: [id], readerIds: [await personId(world, reader)] };
  expect((await acted(admin, 'assignReaders', { ...pair, isMasked: false })).userErrors).toEqual([]);
  await opened(reader);
  expect(await answersFor(reader)).toMatchObject([{ text: 'Les sols.' }]);
  expect(await rowsFor(reader, ['REVIEWER', 'OBSERVER'])).toBe(1);
  await acted(admin, 'unassignReaders', pair);
  expect(await answersFor(reader)).toBeNull();
  expect(await rowsFor(reader, ['REVIEWER', 'OBSERVER'])).toBe(0);
});
