import { type ProbeServer, startProbe } from '@guichet/gateway/http/probe/probe-server';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, codeOf, type Told } from './probe-requests.ts';

let probe: ProbeServer;
beforeAll(async () => {
  probe = await startProbe({ limits: { budget: 500, restoreRate: 10 } });
});
afterAll(() => probe.drain());

const spender = (key: string) => ({ headers: { 'x-budget': key } });

test('every answer tells its cost, and what is left, in extensions and headers', async () => {
  const document = '{ probes(first: 10) { edges { node { id itself { id } } } totalCount } }';
  // The first of its kind is compiled, and a tenth of a second gives one back.
  await ask(probe, document, spender('before'));
  const { extensions, headers } = await ask(probe, document, spender('a'));
  // root 1, connection 1, totalCount 10, and ten times edge, node and itself
  expect(extensions['cost']).toEqual({ requested: 42, actual: 42, available: 458, restoreRate: 10 });
  const told = ['limit', 'remaining', 'reset'].map((name) => headers.get(`x-ratelimit-${name}`));
  expect(told).toEqual(['500', '458', '5']);
});

test('what was not returned is given back, and an absent object costs what a foreign one does', async () => {
  const document = 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const cost = async (ids: readonly string[]) =>
    (await ask(probe, document, { variables: { ids }, ...spender(`of ${ids.length}`) })).extensions['cost'];
  expect(await cost(Array.from({ length: 50 }, () => 'absent'))).toMatchObject({ requested: 51, actual: 1 });
});

test('a mutation costs ten', async () => {
  const { extensions } = await ask(probe, 'mutation { changeProbe(input: {name: "x"}) { id } }', spender('m'));
  expect(extensions['cost']).toMatchObject({ requested: 12, actual: 12 });
});

test('a spent budget answers THROTTLED with the seconds to wait, to its own principal alone', async () => {
  const document = '{ probes(first: 100) { edges { node { id } } } }';
  const answers = [];
  for (let count = 0; count < 4; count += 1) answers.push(await ask(probe, document, spender('b')));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 429]);
  const [, , throttled] = answers;
  expect(throttled && [codeOf(throttled), throttled.data, throttled.errors[0]?.extensions['retryAfter']]).toEqual([
    'THROTTLED',
    undefined,
    11,
  ]);
  expect(throttled?.headers.get('retry-after')).toBe('11');
  expect(throttled?.extensions['cost']).toMatchObject({ requested: 202, actual: 0 });
  expect((await ask(probe, document, spender('c'))).status).toBe(200);
  expect(probe.budgets.balance('c').available).toBeLessThan(500);
});

test('A-28 a document refused before its cost is known costs ten all the same', async () => {
  const refused = ['{', '{ unknown }', '{ probes(first: 1000) { totalCount } }', `{${'hello '.repeat(1200)}}`];
  const costs = [];
  for (const document of refused) costs.push((await ask(probe, document, spender('r'))).extensions['cost']);
  expect(costs).toEqual(refused.map(() => expect.objectContaining({ requested: 10, actual: 10, restoreRate: 10 })));
  // A tenth of a second gives one back.
  expect(500 - (costs.at(-1)?.['available'] ?? 500)).toBeGreaterThan(30);
});

test('A-28 whoever sends nothing but what is refused is throttled before it is read, alone, and not for long', async () => {
  const answers = [];
  while (answers.at(-1)?.status !== 429 && answers.length < 300) answers.push(await ask(probe, '{ unknown }', spender('s')));
  expect(answers.slice(0, -1).every(({ status }) => status === 400)).toBe(true);
  expect(answers.length).toBeGreaterThan(50);
  const [throttled] = answers.slice(-1) as [Told];
  expect([throttled.status, codeOf(throttled), throttled.data, throttled.headers.get('retry-after')]).toEqual([
    429,
    'THROTTLED',
    undefined,
    '1',
  ]);
  const left = Number(throttled.headers.get('x-ratelimit-remaining') ?? 'untold');
  expect([throttled.headers.get('x-ratelimit-limit'), throttled.headers.get('x-ratelimit-reset')]).toEqual(['500', '50']);
  expect(left).toBeLessThan(10);
  expect((await ask(probe, '{ unknown }', spender('t'))).status).toBe(400);
});
