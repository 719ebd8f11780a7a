import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { freshKey } from '../../world/dossier.ts';
import { plantQueue } from '../../world/planted-queue.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let reviewer: Actor;
let ids: readonly string[];

const school = 'imt-lille-douai';
const opaque = (type: string, uuid: string | undefined) => Buffer.from(`${type}:${uuid}`).toString('base64url');
const readings = `query ($first: Int, $after: String) { reading { readings(first: $first, after: $after) {
  pageInfo { hasNextPage endCursor }
  edges { node { id isMasked specialisms { code } candidacy { id openedAt }
    dossier { reference identity { lastName } contact { city } answers { text } } } } } } }`;
const open = `mutation ($input: OpenCandidacyInput!) { openCandidacy(input: $input) {
  candidacy { id openedAt dossier { identity { lastName } answers { text } } } userErrors { code } } }`;
const list = async (variables: object) => (await reviewer.read(readings, variables)).reading.readings;

beforeAll(async () => {
  world = await aWorld();
  reviewer = await world.member(school, ['REVIEWER']);
  ids = await plantQueue(
    world,
    school,
    ['Assignée', 'Masquée', 'Autre'].map((lastName) => ({ lastName })),
  );
  for (const [index, isMasked] of [false, true].entries()) {
    await world.sql(
      `insert into app.assignment (school_id, candidacy_id, reader_id, is_masked, at)
       select id, $1, $2, $3, $4 from app.school where slug = $5`,
      [ids[index], reviewer.accountId, isMasked, `2027-02-01T08:00:0${index}Z`, school],
    );
  }
});
afterAll(() => world.close());

test('a reviewer lists what is assigned, longest assigned first, page by page', async () => {
  const first = await list({ first: 1 });
  expect(first.edges[0].node).toMatchObject({ isMasked: false, dossier: { identity: { lastName: 'Assignée' }, answers: null } });
  const second = await list({ first: 5, after: first.pageInfo.endCursor });
  expect(second.edges.map(({ node }: Selected) => node.id)).toEqual([opaque('Reading', ids[1])]);
  expect(second.pageInfo.hasNextPage).toBe(false);
});

test('a masked reading shows neither name nor contact, before and after its opening', async () => {
  const { edges } = await list({ first: 5 });
  expect(edges[1].node).toMatchObject({ isMasked: true, dossier: { identity: null, contact: null } });
  const { openCandidacy } = await reviewer.read(open, {
    input: { candidacyId: opaque('Candidacy', ids[1]), idempotencyKey: freshKey() },
  });
  expect(openCandidacy.candidacy.dossier).toEqual({ identity: null, answers: [{ text: 'Motivation de Masquée' }] });
  expect(await world.sql('select function from app.opening')).toEqual([{ function: 'REVIEWER' }]);
});

test('B-03 what is not assigned answers as what does not exist, to read and to open', async () => {
  const answers: string[] = [];
  for (const candidacyId of [opaque('Candidacy', ids[2]), opaque('Candidacy', crypto.randomUUID()), 'malformed']) {
    const { body } = await reviewer.ask(open, { input: { candidacyId, idempotencyKey: freshKey() } });
    answers.push(body.replace(/"available":[\d.]+/, ''));
    for (const type of ['Candidacy', 'Dossier', 'Reading']) {
      const id =
        candidacyId === 'malformed' ? candidacyId : opaque(type, Buffer.from(candidacyId, 'base64url').toString().split(':')[1]);
      expect(await reviewer.read('query ($id: ID!) { node(id: $id) { __typename } }', { id })).toEqual({ node: null });
    }
  }
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain('NOT_FOUND');
});

test('a reviewer has no desk, and learns neither the state of a candidacy nor its history', async () => {
  const desk = await reviewer.ask('{ desk { school { slug } } }');
  expect([desk.status, desk.errors[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
  for (const field of ['state', 'version', 'isUnopened', 'history(first: 1) { edges { node { action } } }']) {
    const answer = await reviewer.ask(`query ($id: ID!) { node(id: $id) { ... on Candidacy { ${field} } } }`, {
      id: opaque('Candidacy', ids[0]),
    });
    expect([field, answer.errors[0]?.extensions.code]).toEqual([field, 'FORBIDDEN']);
  }
});

test('whoever works the queue and reads too has both desks, and reads what is assigned to them alone', async () => {
  const both = await world.member(school, ['OFFICER', 'REVIEWER']);
  expect((await both.read('{ desk { school { slug } } }')).desk.school.slug).toBe(school);
  expect((await both.read(readings, { first: 5 })).reading.readings.edges).toEqual([]);
  await world.sql(
    `insert into app.assignment (school_id, candidacy_id, reader_id) select id, $1, $2 from app.school where slug = $3`,
    [ids[2], both.accountId, school],
  );
  const { edges } = (await both.read(readings, { first: 5 })).reading.readings;
  expect(edges.map(({ node }: Selected) => node.id)).toEqual([opaque('Reading', ids[2])]);
});

test('what its candidate withdraws leaves the list of whoever read it, as it leaves their load; what they have open still answers', async () => {
  const [received = '', withdrawn = ''] = await plantQueue(world, school, [
    { lastName: 'Reçue' },
    { lastName: 'Retirée', state: 'WITHDRAWN' },
  ]);
  await world.sql(
    `insert into app.assignment (school_id, candidacy_id, reader_id) select id, unnest($1::uuid[]), $2 from app.school where slug = $3`,
    [[received, withdrawn], reviewer.accountId, school],
  );
  const listed = (await list({ first: 50 })).edges.map(({ node }: Selected) => node.id);
  expect(listed).toEqual([...ids.slice(0, 2), received].map((id) => opaque('Reading', id)));
  const id = opaque('Reading', withdrawn);
  expect(await reviewer.read('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: { id } });
});
