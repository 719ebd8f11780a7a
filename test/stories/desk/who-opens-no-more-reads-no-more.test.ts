import { afterAll, beforeAll, expect, test } from '@jest/globals';
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
  await world.sql(`update app.membership set functions = '{OBSERVER}', version = version + 1 where account_id = $1`, [
    officer.accountId,
  ]);
  expect(await answersFor(await world.signInAgain(officer))).toBeNull();
});

test('who observes and reviews has the content of what is assigned, and no more once it is taken back', async () => {
  const reader = await world.member(school, ['REVIEWER', 'OBSERVER'], 'Both');
  const pair = { candidacyIds: [id], readerIds: [await personId(world, reader)] };
  expect((await acted(admin, 'assignReaders', { ...pair, isMasked: false })).userErrors).toEqual([]);
  await opened(reader);
  expect(await answersFor(reader)).toMatchObject([{ text: 'Les sols.' }]);
  await acted(admin, 'unassignReaders', pair);
  expect(await answersFor(reader)).toBeNull();
});
