import { publicHat } from '@guichet/database/session/hat';
import { inWork } from '@guichet/database/session/work';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { aWorld, type World } from '../../world/world.ts';
import { smallGateway } from './small-gateway.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
}, 60_000);
afterAll(() => world.close());

test('H-11 when every connection is taken the caller is told within moments to come back, and is served again afterwards', async () => {
  const { gateway, at } = await smallGateway(world, 2);
  const page = '{ campaign(slug: "astg3-2027") { slug } }';
  const nobody = at(world.nobody);
  expect((await nobody.ask(page)).status).toBe(200);
  const asleep = Array.from({ length: 2 }, () =>
    inWork(gateway.binding, publicHat, ({ db }) => sql`select pg_sleep(4.5)`.execute(db)),
  );
  const begun = performance.now();
  const refused = await nobody.ask(page);
  const waited = performance.now() - begun;
  expect([refused.status, refused.errors.map(({ extensions }) => extensions.code)]).toEqual([503, ['UNAVAILABLE']]);
  expect(refused.headers['retry-after']).toBe('1');
  // Two seconds for a connection; the rest is patience with a busy machine.
  expect(waited).toBeLessThan(3500);
  expect((await gateway.app.inject({ method: 'GET', url: '/health/live' })).statusCode).toBe(200);
  await Promise.all(asleep);
  expect((await nobody.ask(page)).status).toBe(200);
  await gateway.close();
});
