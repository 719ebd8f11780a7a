import { createMetrics } from '@guichet/platform/observability/metrics';
import { operationNames } from '@guichet/platform/observability/operation-names';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aCanaryWorld, type CanaryWorld, type PersonName } from '../tenancy/canary-world.ts';
import { examples, publicIds, send } from '../tenancy/every-request.ts';
import { actor } from '../world/actor.ts';
import { systemWith } from '../world/key-desk.ts';
import { type Watched, watchedPlatform } from './watched-gateway.ts';

let fixture: CanaryWorld;
let watched: Watched;
let metrics = '';
let traces = '';

const asked: readonly PersonName[] = ['anonymous', 'C1', 'AA', 'KW', 'OP'];
const url = 'http://127.0.0.1:4000';

beforeAll(async () => {
  fixture = await aCanaryWorld();
  watched = await watchedPlatform(fixture.world.ownerUrl);
  await askEverything();
  await askWithWordsEverywhere();
  metrics = await watched.metrics();
  traces = await watched.stop();
}, 240_000);
afterAll(() => fixture.world.close());

/** The same people, at the gateway that is watched. */
function peopleThere(): CanaryWorld {
  const world = { ...fixture.world, gateway: watched.gateway };
  const there = Object.entries(fixture.people).map(([name, person]) => {
    const { accountId, email, cookie } = person;
    const isSystem = email.startsWith('gch_');
    const same = isSystem
      ? { ...systemWith(world, email), accountId, email }
      : actor(world.gateway, { accountId, email, cookie, origin: url });
    return [name, same];
  });
  return { ...fixture, world, people: Object.fromEntries(there) };
}

async function askEverything(): Promise<void> {
  const there = peopleThere();
  const known = await publicIds(there);
  for (const name of asked) for (const example of examples) await send(there, known, { name, example, kind: 'own' });
}

/** Where a client may write what it likes: names of operations, variables, paths, headers, what an error repeats. */
async function askWithWordsEverywhere(): Promise<void> {
  const word = fixture.canaries.of('C1', 'a request');
  const { C1 } = peopleThere().people;
  await C1.ask(`query ${word} { me { id } }`, { [word]: word }, { headers: { 'x-word': word, 'user-agent': word } });
  await C1.ask(`query ($id: ID!) { application(id: $id) { id } ${word} }`, { id: word });
  await C1.ask('query ($id: ID!) { node(id: $id) { id } }', { id: word }, { actingAs: word });
  for (const path of [`/${word}`, `/files/${word}?${word}`, `/auth/${word}`]) await fetch(`${watched.publicUrl}${path}`);
  await fetch(`${watched.publicUrl}/graphql`, { method: 'POST', headers: { 'content-type': word }, body: word });
  const credentials = JSON.stringify({ email: C1.email, password: word });
  const headers = { 'content-type': 'application/json', origin: url };
  await fetch(`${watched.publicUrl}/auth/sign-in/email`, { method: 'POST', headers, body: credentials });
}

describe('what instruments tell', () => {
  test('I-10 metrics hold no word, no address and no cookie of anybody', () => {
    expect(metrics).toMatch(/guichet_operation_duration_seconds_count\{operation="other",kind="query"\} [1-9]/);
    expect(personalIn(metrics)).toEqual([]);
  });

  test('I-10 traces hold no word, no address and no cookie of anybody, and no value of a statement', () => {
    expect(traces).toMatch(/insert into app\./);
    expect(traces).toContain('"graphql.operation.name"');
    expect(personalIn(traces)).toEqual([]);
    expect(traces).not.toMatch(/set_config\('app\.\w+', '[^']/);
  });

  test('I-10 traces hold nothing of what the owner does: no password of a login, no key', () => {
    expect(traces).not.toMatch(/SCRAM-SHA-256|alter role|app\.seal\b/i);
  });

  test('I-10 a planted word is found', () => {
    const { word = '' } = fixture.canaries.all[0] ?? {};
    expect(personalIn(`guichet_x{operation="${word}"} 1`)).not.toEqual([]);
    expect(personalIn(`"${fixture.people.C1.email}"`)).not.toEqual([]);
  });

  test('I-10 a name counted as its client gave it would be found', async () => {
    const word = fixture.canaries.of('C1', 'operation name');
    const operation = { name: word, kind: 'query' as const, codes: [] };
    const answered = { method: 'POST', route: '/graphql', status: 200, seconds: 0.01, traceId: null, operation };
    const told = async (nameOf: (name: string | null) => string) => {
      const { gateway, registry } = createMetrics({ build: { commit: 'x', migration: 'x', node: 'x' }, nameOf });
      gateway.request(() => {})(answered);
      return personalIn(await registry.metrics());
    };
    expect(await told((name) => name ?? 'none')).toHaveLength(1);
    expect(await told(operationNames())).toEqual([]);
  });

  test('metrics are read at a port of their own, and the public one knows of none', () => {
    expect(metrics).toMatch(/route="none",status="404"/);
  });
});

/** What of the fixture's words, addresses, cookies and keys stands in a text. */
function personalIn(text: string): readonly string[] {
  const words = fixture.canaries.in(text).map(({ owner, place }) => `${place} of ${owner}`);
  const people = Object.entries(fixture.people).flatMap(([name, { email, cookie }]) =>
    [email, cookie?.split('=')[1] ?? '']
      .filter((secret) => secret !== '' && text.includes(secret))
      .map(() => `secret of ${name}`),
  );
  return [...words, ...people];
}
