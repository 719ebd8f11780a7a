import { createGateway, type Gateway } from '@guichet/gateway/gateway';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { secret } from '../world/server.ts';
import { aWorld, type World } from '../world/world.ts';

let world: World;
let gateway: Gateway;
beforeAll(async () => {
  world = await aWorld();
  gateway = await createGateway({
    databaseUrl: world.ownerUrl,
    secret,
    url: 'http://127.0.0.1:4000',
    isProduction: false,
    trustedProxies: [],
    log: pino({ level: 'silent' }),
    connections: 2,
    budget: 25_000,
  });
});
afterAll(async () => {
  await gateway.close();
  await world.close();
});

test('rateLimit tells the budget the operator set, as the headers do, and never more left than it holds', async () => {
  const answer = await gateway.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({ query: '{ rateLimit { limit remaining } }' }),
  });
  expect(answer.json().data).toEqual({ rateLimit: { limit: 25_000, remaining: 25_000 } });
  expect(answer.headers['x-ratelimit-limit']).toBe('25000');
});
