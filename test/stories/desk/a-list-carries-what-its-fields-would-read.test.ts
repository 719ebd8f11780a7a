import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { countStatements } from '../../world/count-statements.ts';
import { openCampaign } from '../../world/dossier.ts';
import { plantQueue } from '../../world/planted-queue.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let officer: Actor;
let observer: Actor;
let campaign: string;

const school = 'imt-mines-albi';
const idOf = (type: string, uuid: string) => Buffer.from(`${type}:${uuid}`).toString('base64url');
const keyed = (input: object) => ({ input: { idempotencyKey: crypto.randomUUID(), ...input } });

beforeAll(async () => {
  world = await aWorld();
  officer = await world.member(school, ['OFFICER']);
  observer = await world.member(school, ['OBSERVER'], 'observer');
  campaign = (await openCampaign(world.nobody)).id;
  const planted = await plantQueue(world, school, [{ lastName: 'Arnaud' }, { lastName: 'Bernard' }, { lastName: 'Clément' }]);
  const [first, second] = planted.map((uuid) => idOf('Candidacy', uuid));
  const create = 'mutation ($input: CreateLabelInput!) { createLabel(input: $input) { label { id } } }';
  const put = 'mutation ($input: LabelCandidacyInput!) { labelCandidacy(input: $input) { userErrors { code } } }';
  for (const name of ['Zèbre', 'Âne', 'abeille']) {
    const { createLabel } = await officer.read(create, keyed({ name, colour: '#204060' }));
    await officer.read(put, keyed({ candidacyId: first, labelIds: [createLabel.label.id] }));
  }
  const add = 'mutation ($input: AddNoteInput!) { addNote(input: $input) { userErrors { code } } }';
  for (const text of ['un', 'deux', 'trois']) {
    await officer.read(add, keyed({ candidacyId: first, text }));
    await world.later({ seconds: 1 });
  }
  await officer.read(add, keyed({ candidacyId: second, text: 'seule' }));
  const open = 'mutation ($input: OpenCandidacyInput!) { openCandidacy(input: $input) { userErrors { code } } }';
  await officer.read(open, keyed({ candidacyId: second }));
}, 60_000);
afterAll(() => world.close());

const list = (fields: string) =>
  `query ($c: ID!) { desk { candidacies(campaignId: $c, first: 50) { edges { cursor node { id ${fields} } } } } }`;
const alone = (fields: string) => `query ($id: ID!) { node(id: $id) { ... on Candidacy { id ${fields} } } }`;
const rowsOf = async (fields: string): Promise<Selected[]> =>
  (await officer.read(list(fields), { c: campaign })).desk.candidacies.edges.map(({ node }: Selected) => node);

describe('what a row carries is what its fields would read for themselves', () => {
  test.each([
    'labels { id name colour version }',
    'notes(first: 2) { edges { node { id version writtenAt } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }',
    'notes(first: 1) { edges { cursor node { ... on Note { id } } } pageInfo { hasNextPage } }',
    'notes(first: 3) { edges { node { id text author { displayName } } } }',
    'a: notes(first: 1) { edges { node { id } } } b: notes(first: 2) { edges { node { id } } }',
    'notes(last: 2) { edges { node { id } } pageInfo { hasPreviousPage } }',
    'notes(first: 2) { edges { __typename place: cursor node { id __typename } } }',
    'notes(first: 1) { edges { node { id } } ... on NoteConnection { pageInfo { end: endCursor } } }',
    'notes(first: 2) { edges { node { id ... on Note { at: writtenAt } } } }',
    'receivedAt openedAt isUnopened state version',
    'dossier { id identity { lastName } contact { city } }',
    'dossier { id reference digest number submittedAt institution country }',
    'specialisms { code } dossier { submittedAt } notice { version } readers { displayName }',
    'notes(first: 1) { edges { node { id } } } ... on Candidacy { labels { name } isUnopened }',
  ])('C-26 %s', async (fields) => {
    for (const row of await rowsOf(fields)) expect(row).toEqual((await officer.read(alone(fields), { id: row.id })).node);
  });
});

test('C-26 a page of the queue with labels, openings and notes takes one statement, beside who asks', async () => {
  const fields =
    'receivedAt openedAt dossier { identity { lastName } } specialisms { code } labels { name } notes(first: 2) { edges { node { id } } }';
  await rowsOf(fields);
  const { statements } = await countStatements(() => rowsOf(fields));
  expect(statements.filter((text) => /app\.candidacy /.test(text))).toHaveLength(1);
  expect(statements).toHaveLength(2);
});

test('notes that an observer asks for with the list are refused, and its labels answered', async () => {
  const fields = 'labels { name } notes(first: 1) { edges { node { id } } }';
  const { data, errors } = await observer.ask(list(fields), { c: campaign });
  expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
  expect(JSON.stringify(data)).not.toContain('Tm90Z');
  const { data: labelled } = await observer.ask(list('labels { name }'), { c: campaign });
  expect(labelled.desk.candidacies.edges[0].node.labels.map(({ name }: Selected) => name)).toEqual(['abeille', 'Âne', 'Zèbre']);
});

test('a page that a variable sizes carries as many notes as it says', async () => {
  const document = `query ($c: ID!, $n: Int!) { desk { candidacies(campaignId: $c, first: 50) { edges { node { notes(first: $n) { edges { node { id } } } } } } } }`;
  for (const [n, counts] of [
    [1, [1, 1, 0]],
    [3, [3, 1, 0]],
  ] as const) {
    const { desk } = await officer.read(document, { c: campaign, n });
    expect(desk.candidacies.edges.map(({ node }: Selected) => node.notes.edges.length)).toEqual(counts);
  }
  const refused = await officer.ask(document, { c: campaign, n: 101 });
  expect(refused.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
