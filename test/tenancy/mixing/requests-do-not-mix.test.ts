import { setTimeout as pause } from 'node:timers/promises';
import { encodeId } from '@guichet/gateway/connection/node-id';
import { byKey } from '@guichet/gateway/principal/by-key';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Answer } from '../../world/actor.ts';
import { freshKey } from '../../world/dossier.ts';
import type { Canary } from '../canaries.ts';
import { aCanaryWorld, type CanaryWorld, type PersonName } from '../canary-world.ts';
import { type Facts, mayRead } from '../matrix/facts.ts';
import { factsOf, principalsOf } from '../matrix/principals.ts';
import { slowStatements } from './slow-statements.ts';
import { type SmallGateway, smallGateway } from './small-gateway.ts';

let fixture: CanaryWorld;
let campaign: string;
let facts: Facts;
beforeAll(async () => {
  fixture = await aCanaryWorld();
  campaign = fixture.dossiers.C1.campaignId;
  // Nobody broke glass here.
  facts = { ...(await factsOf(fixture)), broken: [] };
}, 120_000);
afterAll(() => fixture.world.close());

const queue = `query ($c: ID!) { desk { school { slug } members { person { displayName } }
  candidacies(campaignId: $c, first: 50) { edges { node { id dossier { reference identity { lastName firstNames } } } } } } }`;
const mine = `query ($c: ID!) { me { identity { lastName } application(campaignId: $c) { reference answers { text } choices { preferenceRank } } } }`;
const readings = '{ reading { readings(first: 10) { edges { node { dossier { reference identity { lastName } } } } } } }';
const opening =
  'mutation ($input: OpenCandidacyInput!) { openCandidacy(input: $input) { candidacy { id } userErrors { code } } }';

const askers = ['OA', 'C1', 'OB', 'C2', 'RA1', 'C3', 'RB1', 'OP', 'anonymous'] as const;

function mayBeRead(name: PersonName, word: Canary): boolean {
  const principal = principalsOf(fixture).find((each) => each.name === name);
  return principal !== undefined && mayRead(facts, principal, word);
}

/** What somebody asks: their own list; every seventh time an act on what is not theirs, which is rolled back. */
function asks(person: Actor, name: PersonName, turn: number): Promise<Answer<unknown>> {
  if (turn % 7 === 0) {
    const input = {
      candidacyId: encodeId('Candidacy', fixture.candidacies[name === 'OB' ? 'C2 at A' : 'C3 at B'] ?? ''),
      idempotencyKey: freshKey(),
    };
    return person.ask(opening, { input });
  }
  if (name.startsWith('R')) return person.ask(readings);
  return person.ask(name.startsWith('C') ? mine : queue, { c: campaign });
}

/** Four hundred requests of alternating people, forty at a time, each a little late. */
async function storm(small: SmallGateway): Promise<{ answered: number; refused: number; foreign: readonly string[] }> {
  const foreign: string[] = [];
  let answered = 0;
  let refused = 0;
  for (let round = 0; round < 10; round += 1) {
    await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const turn = round * 40 + index;
        const name = askers[turn % askers.length] ?? 'OA';
        await pause(Math.random() * 30);
        const answer = await asks(small.at(fixture.people[name]), name, turn);
        const codes = answer.errors.map(({ extensions }) => extensions.code);
        if (codes.includes('INTERNAL_SERVER_ERROR')) foreign.push(`${name}: ${answer.body}`);
        const words = fixture.canaries.in(answer.body);
        foreign.push(
          ...words.filter((word) => !mayBeRead(name, word)).map(({ place, owner }) => `${name} read ${place} of ${owner}`),
        );
        answered += words.length > 0 ? 1 : 0;
        refused += codes.length > 0 ? 1 : 0;
      }),
    );
  }
  return { answered, refused, foreign };
}

/** Connections of the gateway that still hold a transaction. */
const idle = () =>
  fixture.world.sql(
    `select pid from pg_stat_activity where datname = current_database() and usename = 'app_login' and state like 'idle in%'`,
  );

test('C-11 four hundred requests through a pool of three, some rolled back, bring nobody a row of others', async () => {
  const small = await smallGateway(fixture.world, 3);
  const { answered, refused, foreign } = await storm(small);
  expect(foreign).toEqual([]);
  expect(answered).toBeGreaterThan(150);
  expect(refused).toBeGreaterThan(40);
  expect(await idle()).toEqual([]);
  await small.gateway.close();
});

test('C-12 the same through a single connection, with pauses of every kind between the statements', async () => {
  const small = await smallGateway(fixture.world, 1);
  const quick = slowStatements();
  try {
    const { answered, foreign } = await storm(small);
    expect(foreign).toEqual([]);
    // Whoever waits longer than two seconds for the one connection is told to come back.
    expect(answered).toBeGreaterThan(40);
  } finally {
    quick();
  }
  expect(await idle()).toEqual([]);
  await small.gateway.close();
}, 180_000);

test('C-20 C-22 the same question in turn and at once brings each person their own answer', async () => {
  const id = encodeId('Candidacy', fixture.candidacies['C1 at A'] ?? '');
  const atDesk = `query ($id: ID!, $c: ID!) { node(id: $id) { ... on Candidacy { id notice { version } dossier { identity { lastName } answers { text } } } }
    account { email } campaign(slug: "astg3-2027") { id } desk { queueCounts(campaignId: $c) { view count } } }`;
  const told = async (name: PersonName) => {
    const [question, variables] = name.startsWith('C') ? [mine, { c: campaign }] : [atDesk, { id, c: campaign }];
    return JSON.stringify((await fixture.people[name].ask(question, variables)).data);
  };
  const people = ['OA', 'C1', 'OB', 'C2', 'VA', 'C3'] as const;
  const alone = new Map<string, string>();
  for (const name of people) alone.set(name, await told(name));
  expect(new Set(alone.values()).size).toBe(people.length);
  expect(JSON.parse(alone.get('OB') ?? '')).toMatchObject({ node: null, account: { email: fixture.people.OB.email } });
  expect(alone.get('C2')).toContain(fixture.dossiers.C2.reference);
  const names = Array.from({ length: 60 }, (_, index) => people[index % people.length] ?? 'OA');
  const together = await Promise.all(names.map(async (name) => [name, await told(name)] as const));
  expect(together.filter(([name, answer]) => answer !== alone.get(name))).toEqual([]);
  for (const name of people.toReversed()) expect(await told(name)).toBe(alone.get(name));
});

test('C-21 rows that come fewer, in another order or twice are matched by their key; a missing one fails alone', () => {
  const rows = [
    { id: 'c', n: 3 },
    { id: 'a', n: 1 },
    { id: 'a', n: 1 },
  ];
  const [a, b, c, again] = byKey(['a', 'b', 'c', 'a'], rows);
  expect([a, c, again]).toEqual([rows[1], rows[0], rows[1]]);
  expect(b).toBeInstanceOf(Error);
});
