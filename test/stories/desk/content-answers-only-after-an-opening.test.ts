import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { freshKey, submitted } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let officer: Actor;
let colleague: Actor;
let campaign: string;
let id: string;

const content = 'studies { diploma } qualification { kind } answers { text }';
const nothing = { studies: null, qualification: null, answers: null };

const read = async (person: Actor) => {
  const { node } = await person.read(
    `query ($id: ID!) { node(id: $id) { ... on Candidacy { openedAt dossier { ${content} } } } }`,
    {
      id,
    },
  );
  return node;
};
const open = `mutation ($input: OpenCandidacyInput!) { openCandidacy(input: $input) {
  candidacy { id openedAt dossier { ${content} } } userErrors { code } } }`;
const openings = () =>
  world.sql(`select o.function, o.reader_id as reader, o.at::text as at from app.opening o join app.school s on s.id = o.school_id
    where s.slug = 'imt-mines-albi' order by o.at`);

/** Status and bytes, but for what is left of the caller's budget. */
const shown = ({ status, body }: { status: number; body: string }) => `${status} ${body.replace(/"available":[\d.]+/, '')}`;

beforeAll(async () => {
  world = await aWorld();
  officer = await world.member('imt-mines-albi', ['OFFICER']);
  colleague = await world.member('imt-mines-albi', ['ADMIN', 'OFFICER']);
  const wanted = { schools: ['imt-mines-albi', 'imt-mines-ales'], motivation: 'La chimie des sols.' };
  ({ campaignId: campaign } = await submitted(await world.candidate('Nadia'), wanted));
  const { desk } = await officer.read(
    `query ($campaign: ID!) { desk { candidacies(campaignId: $campaign, first: 5) { edges { node { id dossier { reference ${content} } } } } } }`,
    { campaign },
  );
  expect(desk.candidacies.edges).toHaveLength(1);
  expect(desk.candidacies.edges[0].node.dossier).toMatchObject(nothing);
  ({ id } = desk.candidacies.edges[0].node);
});
afterAll(() => world.close());

test('before an opening the list tells who and where, and no content answers by any path', async () => {
  expect(await read(officer)).toEqual({ openedAt: null, dossier: nothing });
  const dossier = Buffer.from(Buffer.from(id, 'base64url').toString().replace('Candidacy', 'Dossier')).toString('base64url');
  const { node } = await officer.read(`query ($id: ID!) { node(id: $id) { ... on Dossier { ${content} } } }`, { id: dossier });
  expect(node).toEqual(nothing);
});

test('opening answers the content at once, and is recorded under the highest function held', async () => {
  await world.later({ minutes: 1 });
  const input = { candidacyId: id, idempotencyKey: freshKey() };
  const { openCandidacy } = await officer.read(open, { input });
  expect(openCandidacy).toMatchObject({
    userErrors: [],
    candidacy: { id, openedAt: '2027-02-01T09:01:00.000Z', dossier: { answers: [{ text: 'La chimie des sols.' }] } },
  });
  expect(openCandidacy.candidacy.dossier.studies.map(({ diploma }: Selected) => diploma)).toEqual(['Licence', 'Master']);
  expect(await openings()).toMatchObject([{ function: 'OFFICER', reader: officer.accountId }]);
  expect(await world.sql(`select actor_id from app.audit where act = 'CANDIDACY_OPENED'`)).toEqual([
    { actor_id: officer.accountId },
  ]);
});

test('a colleague has not opened it by that; their own opening is theirs', async () => {
  expect(await read(colleague)).toEqual({ openedAt: null, dossier: nothing });
  await colleague.read(open, { input: { candidacyId: id, idempotencyKey: freshKey() } });
  expect((await read(colleague)).dossier.studies).toHaveLength(2);
  expect((await openings()).map((row) => row['function'])).toEqual(expect.arrayContaining(['OFFICER', 'ADMIN']));
});

test('opened again, or twice with one key, it stays the first opening and one line of the trail', async () => {
  const [before] = await openings();
  await world.later({ minutes: 10 });
  const input = { candidacyId: id, idempotencyKey: freshKey() };
  const answers = await Promise.all(Array.from({ length: 5 }, () => officer.ask(open, { input })));
  expect(new Set(answers.map(shown)).size).toBe(1);
  expect((await openings())[0]).toEqual(before);
  expect(await world.sql(`select from app.audit where act = 'CANDIDACY_OPENED'`)).toHaveLength(2);
  const other = { ...input, candidacyId: await foreignId() };
  const reused = await officer.ask(open, { input: other });
  expect([reused.status, reused.errors[0]?.extensions.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
});

const foreignId = async () => {
  const [row] = await world.sql(
    `select c.id from app.candidacy c join app.school s on s.id = c.school_id where s.slug = 'imt-mines-ales'`,
  );
  return Buffer.from(`Candidacy:${row?.['id']}`).toString('base64url');
};

test('B-03 another school’s id, an unknown one and a malformed one answer the same bytes, and nothing is recorded', async () => {
  const unknown = Buffer.from(`Candidacy:${crypto.randomUUID()}`).toString('base64url');
  const otherType = Buffer.from(`School:${crypto.randomUUID()}`).toString('base64url');
  const before = await openings();
  const answers: { status: number; body: string }[] = [];
  for (const candidacyId of [await foreignId(), unknown, otherType, 'malformed', '', id.slice(0, -2)]) {
    answers.push(await officer.ask(open, { input: { candidacyId, idempotencyKey: freshKey() } }));
  }
  expect(new Set(answers.map(shown)).size).toBe(1);
  expect(answers[0]?.body).toContain('"code":"NOT_FOUND"');
  expect(await openings()).toEqual(before);
});
