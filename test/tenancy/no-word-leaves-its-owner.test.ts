import { permissions } from '@guichet/gateway/permissions';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { secretIn, serverLog } from '../world/server-log.ts';
import type { Canary } from './canaries.ts';
import { aCanaryWorld, type CanaryWorld, type PersonName, staffNames, systemNames } from './canary-world.ts';
import { comparable, everythingIn, examples, kinds, type PublicIds, publicIds, send, takesPrivateId } from './every-request.ts';
import { foreignRows } from './foreign-rows.ts';
import { nodeDocuments, privateIds } from './node-probes.ts';
import { mayRead } from './who-may-read.ts';

let fixture: CanaryWorld;
let known: PublicIds;
const seen = new Map<PersonName, Set<Canary>>();
const everybody: readonly PersonName[] = ['anonymous', 'C4', 'C3', 'C2', 'C1', ...staffNames, ...systemNames, 'OP'];

beforeAll(async () => {
  fixture = await aCanaryWorld();
  known = await publicIds(fixture);
}, 120_000);
afterAll(() => fixture.world.close());

/** Words of others in an answer; what a principal did see is remembered for the control. */
function leaked(name: PersonName, text: string): readonly string[] {
  const words = fixture.canaries.in(text);
  const all = seen.get(name) ?? new Set();
  for (const word of words) all.add(word);
  seen.set(name, all);
  return words.filter((word) => !mayRead(name, word)).map(({ owner, place }) => `${name} read ${place} of ${owner}`);
}

describe.each(everybody)('%s', (name) => {
  test('B-01 sends every operation with every kind of id, reads no word of others and changes no row of theirs', async () => {
    const before = await foreignRows(fixture, name);
    const found: string[] = [];
    const codes = new Set<string>();
    for (const example of examples) {
      for (const kind of takesPrivateId(example) ? kinds : (['own'] as const)) {
        const answer = await send(fixture, known, { name, example, kind });
        found.push(...leaked(name, everythingIn(answer)));
        for (const { extensions } of answer.errors) codes.add(extensions.code);
      }
    }
    expect(found).toEqual([]);
    expect([...codes].filter((code) => code === 'THROTTLED' || code === 'INTERNAL_SERVER_ERROR')).toEqual([]);
    expect(await foreignRows(fixture, name)).toEqual(before);
  });

  test('B-03 gets the same bytes for a foreign, a crossed, an unknown and a malformed id', async () => {
    const different: string[] = [];
    for (const example of examples.filter(takesPrivateId)) {
      const answers = [];
      for (const kind of ['foreign', 'crossed', 'random', 'malformed'] as const) {
        answers.push(comparable(await send(fixture, known, { name, example, kind })));
      }
      if (new Set(answers).size > 1) different.push(`${example.audience}/${example.name}: ${[...new Set(answers)].join(' <> ')}`);
    }
    expect(different).toEqual([]);
  });

  test('B-23 asks for anything by its id, and of others’ things learns neither words nor that they exist', async () => {
    const found: string[] = [];
    const ids = await privateIds(fixture);
    for (const document of await nodeDocuments()) {
      const answer = await fixture.people[name].ask(document, { ids });
      found.push(...leaked(name, everythingIn(answer)));
    }
    expect(found).toEqual([]);
  });
});

test('every word was read by somebody who may, so the search would have found it', () => {
  const read = new Set([...seen.values()].flatMap((words) => [...words]));
  const unread = fixture.canaries.all.filter((word) => !read.has(word)).map(({ owner, place }) => `${place} of ${owner}`);
  expect(unread).toEqual([]);
});

test('content of a dossier was read by officers and readers, never by an observer', () => {
  const places = (name: PersonName) => new Set([...(seen.get(name) ?? [])].map(({ place }) => place));
  expect(places('OA').has('answers.motivation')).toBe(true);
  expect(places('RA1').has('answers.motivation')).toBe(true);
  expect(places('VA').has('identity.lastName')).toBe(true);
  expect(places('VA').has('answers.motivation')).toBe(false);
});

test('B-20 nobody signed in is answered by the public list alone', async () => {
  const open = ['campaign', 'campaigns', 'countries', 'institutions', 'mentions', 'node', 'nodes', 'previewAdmissibility'];
  const roots = Object.entries(permissions).filter(([line]) => /^(Query|Mutation)\./.test(line));
  const answering = roots.filter(([, permission]) => permission === 'allow').map(([line]) => line.split('.')[1]);
  expect(answering.toSorted()).toEqual([...open, 'rateLimit', 'school', 'serverTime', 'specialisms']);
  for (const example of examples.filter(({ audience }) => audience !== 'public')) {
    const { data, errors } = await send(fixture, known, { name: 'anonymous', example, kind: 'own' });
    const answered = Object.values((data ?? {}) as object).filter((value) => value !== null);
    expect([example.name, answered, new Set(errors.map(({ extensions }) => extensions.code))]).toEqual([
      example.name,
      [],
      new Set(['UNAUTHENTICATED']),
    ]);
  }
});

test('a word out of its place and a row that moved are told', async () => {
  const example = examples.find(({ name }) => name === 'school-page');
  const [word] = fixture.canaries.all.filter(({ owner }) => owner === 'C3');
  if (!example || !word) throw new Error('Nothing to plant');
  const before = await foreignRows(fixture, 'OA');
  await fixture.world.sql(`update app.school set short_name = $1 where slug = 'imt-mines-albi'`, [word.word]);
  await fixture.world.sql(`update app.candidacy set version = version + 1 where id = $1`, [fixture.candidacies['C3 at B']]);
  const answer = await send(fixture, known, { name: 'anonymous', example, kind: 'own' });
  expect(leaked('anonymous', everythingIn(answer))).toEqual([`anonymous read ${word.place} of C3`]);
  expect((await foreignRows(fixture, 'OA'))['candidacy']).not.toBe(before['candidacy']);
});

test('I-09 a school’s trail of a common candidate tells of its own acts alone', async () => {
  const history = `query ($id: ID!) { node(id: $id) { ... on Candidacy { history(first: 50) { edges { node { action at actor { displayName } } } } } } }`;
  const id = Buffer.from(`Candidacy:${fixture.candidacies['C1 at A']}`).toString('base64url');
  const answer = await fixture.people.AA.ask(history, { id });
  expect(answer.errors).toEqual([]);
  const actors = fixture.canaries.in(answer.body).map(({ owner }) => owner);
  expect(new Set(actors)).toEqual(new Set(['staff A']));
  const [told] = await fixture.world.sql<{ n: number }>(
    `select count(*)::int as n from app.audit a join app.school s on s.id = a.school_id
      where s.slug = 'imt-mines-albi' and a.object_id = $1`,
    [fixture.candidacies['C1 at A']],
  );
  expect(answer.body.match(/"action"/g)).toHaveLength(told?.n ?? 0);
});

test('I-10 after all of it neither the log at its most talkative nor PostgreSQL’s own holds a word of anybody, an address, a cookie or a key', async () => {
  const log = `${fixture.world.logged.join('\n')}\n${await serverLog((text) => fixture.world.sql(text))}`;
  expect(log).toContain('connection authorized');
  expect(secretIn(log)).toBeNull();
  expect(fixture.world.logged.length).toBeGreaterThan(500);
  expect(fixture.canaries.in(log)).toEqual([]);
  const people = everybody.filter((name) => name !== 'anonymous').map((name) => fixture.people[name]);
  const secrets = people.flatMap(({ email, cookie }) => [email, cookie?.split('=')[1] ?? email]);
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
});
