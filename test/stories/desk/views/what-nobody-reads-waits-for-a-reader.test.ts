import { encodeId } from '@guichet/gateway/connection/node-id';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../../world/actor.ts';
import { freshKey, openCampaign } from '../../../world/dossier.ts';
import { plantQueue } from '../../../world/planted-queue.ts';
import { aWorld, type World } from '../../../world/world.ts';

let world: World;
let officer: Actor;
let campaignId: string;
/** Views that hold what nobody reads, and what somebody does. */
const viewIds: Record<'true' | 'false', string> = { true: '', false: '' };
const people: Record<string, Actor> = {};

const school = 'imt-mines-albi';
/** Who was given what: one each, and one to both of two. */
const given = { Leaves: ['leaves'], Demoted: ['demoted'], Stays: ['stays'], Both: ['leaves', 'stays'], Nobody: [] };

const list = `query ($c: ID!, $v: ID, $f: CandidacyFilter) { desk { candidacies(campaignId: $c, viewId: $v, filter: $f, first: 10) {
  edges { node { readers { id } dossier { identity { lastName } } } } } views(campaignId: $c) { id count } } }`;

/** Names of what the filter leaves, the same by the view that keeps it, and by its number. */
async function left(isUnassigned: boolean): Promise<readonly string[]> {
  const viewId = viewIds[`${isUnassigned}`];
  const [byFilter, byView] = await Promise.all([
    officer.read(list, { c: campaignId, f: { isUnassigned } }),
    officer.read(list, { c: campaignId, v: viewId }),
  ]);
  const { edges } = byFilter.desk.candidacies;
  expect(byView.desk.candidacies.edges).toEqual(edges);
  expect(byView.desk.views.find(({ id }: Selected) => id === viewId).count).toBe(edges.length);
  // Whoever the list names as a reader is one for the filter too.
  expect(edges.every(({ node }: Selected) => (node.readers.length === 0) === isUnassigned)).toBe(true);
  return edges.map(({ node }: Selected) => node.dossier.identity.lastName).toSorted();
}

async function keepView(isUnassigned: boolean): Promise<string> {
  const document = 'mutation ($input: SaveViewInput!) { saveView(input: $input) { view { id } userErrors { code } } }';
  const input = { campaignId, name: `${isUnassigned}`, isShared: true, filter: { isUnassigned }, idempotencyKey: freshKey() };
  return (await officer.read(document, { input })).saveView.view.id;
}

beforeAll(async () => {
  world = await aWorld();
  officer = await world.member(school, ['OFFICER']);
  campaignId = (await openCampaign(world.nobody)).id;
  for (const name of ['leaves', 'demoted', 'stays']) people[name] = await world.member(school, ['REVIEWER'], name);
  const planted = await plantQueue(
    world,
    school,
    Object.keys(given).map((lastName) => ({ lastName })),
  );
  for (const [at, names] of Object.values(given).entries()) {
    for (const name of names)
      await world.sql(
        'insert into app.assignment (school_id, candidacy_id, reader_id) select school_id, id, $1 from app.candidacy where id = $2',
        [people[name]?.accountId, planted[at]],
      );
  }
  for (const is of [true, false]) viewIds[`${is}`] = await keepView(is);
});
afterAll(() => world.close());

test('what was given to somebody who reads is assigned', async () => {
  expect(await left(true)).toEqual(['Nobody']);
  expect(await left(false)).toEqual(['Both', 'Demoted', 'Leaves', 'Stays']);
});

test('B-21 what stands with nobody but who left is unassigned from that moment, in lists, views and their numbers', async () => {
  await world.sql('update app.membership set ended_at = app.clock() where account_id = $1', [people['leaves']?.accountId]);
  expect(await left(true)).toEqual(['Leaves', 'Nobody']);
  expect(await left(false)).toEqual(['Both', 'Demoted', 'Stays']);
});

test('so is what stands with whoever reads no more; given the function back, they have it again', async () => {
  const functions = (held: string) =>
    world.sql('update app.membership set functions = $1 where account_id = $2', [held, people['demoted']?.accountId]);
  await functions('{OBSERVER}');
  expect(await left(true)).toEqual(['Demoted', 'Leaves', 'Nobody']);
  expect(await left(false)).toEqual(['Both', 'Stays']);
  await functions('{REVIEWER}');
  expect(await left(true)).toEqual(['Leaves', 'Nobody']);
});

test('it can still be found by the reader who left, whose it was', async () => {
  const [member] = await world.sql<{ id: string }>('select id from app.membership where account_id = $1', [
    people['leaves']?.accountId,
  ]);
  const readerId = encodeId('Person', member?.id ?? '');
  const { desk } = await officer.read(list, { c: campaignId, f: { readerId, isUnassigned: true } });
  expect(desk.candidacies.edges.map(({ node }: Selected) => node.dossier.identity.lastName)).toEqual(['Leaves']);
});
