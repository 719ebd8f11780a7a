import { probeSchema } from '@guichet/gateway/http/probe/probe-schema';
import { type ProbeServer, startProbe } from '@guichet/gateway/http/probe/probe-server';
import { bareSchema } from '@guichet/gateway/schema';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { aWorld, type World } from '../world/world.ts';
import { type Attack, attacksOn, circleOf } from './attacks.ts';
import { tableOf, type Weighed, weigh } from './processor-time.ts';

let probe: ProbeServer;
let world: World;
beforeAll(async () => {
  probe = await startProbe({ limits: { budget: 1_000_000 } });
  world = await aWorld({ isProduction: true, url: 'https://guichet.example' });
}, 600_000);
afterAll(() => Promise.all([probe.drain(), world.close()]));

const json = { 'content-type': 'application/json' };
const specified = { ...json, accept: 'application/graphql-response+json' };

const sendTo = (app: FastifyInstance, headers: Record<string, string>) => (attack: Attack) =>
  app.inject({ method: 'POST', url: '/graphql', headers, payload: attack.body });

/** Refused means: no data, and by its status an error; a literal of a megabyte does not even get in. */
function expectCheap(weighed: readonly Weighed[]) {
  process.stdout.write(`${tableOf(weighed)}\n`);
  const answered = weighed.filter(({ isRefused, status, name }) => !isRefused || status !== (/1 MB/.test(name) ? 413 : 400));
  expect(answered).toEqual([]);
  expect(weighed.filter(({ milliseconds }) => milliseconds > 20)).toEqual([]);
  expect(weighed.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / weighed.length).toBeLessThanOrEqual(4);
}

test('A-09 A-10 A-11 A-12 A-13 A-14 A-15 A-16 A-17 each attack on a schema that turns in a circle is refused within 20 ms of processor, 4 ms in the mean', async () => {
  const list = (size: string) => `probes(${size}){totalCount}`;
  const attacks = attacksOn({ circle: circleOf(probeSchema()), list });
  expectCheap(await weigh(attacks, sendTo(probe.app, specified)));
}, 600_000);

test('A-09 A-10 A-11 A-12 A-13 A-14 A-15 A-16 A-17 each attack on the shipped schema is refused within 20 ms of processor, 4 ms in the mean', async () => {
  const list = (size: string) => `institutions(search:"x",${size}){edges{node{id}}}`;
  const attacks = attacksOn({ circle: circleOf(await bareSchema()), list });
  // So many tries as the budget of one network pays for.
  expectCheap(await weigh(attacks, sendTo(world.gateway.app, specified), { warm: 6, rounds: 15 }));
}, 600_000);

test('A-09 a client of plain JSON is told of errors with 200 and no data', async () => {
  const list = (size: string) => `probes(${size}){totalCount}`;
  for (const attack of attacksOn({ circle: circleOf(probeSchema()), list }).filter(({ name }) => !/1 MB/.test(name))) {
    const { statusCode, body } = await sendTo(probe.app, json)(attack);
    expect([attack.name, statusCode, JSON.parse(body).data]).toEqual([attack.name, 200, undefined]);
  }
});
