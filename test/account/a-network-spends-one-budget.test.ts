import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aWorld, type World } from '../world/world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

/** What is left to whoever asks from an address, after the asking. */
async function leftTo(remoteAddress: string): Promise<number> {
  const { headers } = await world.gateway.app.inject({
    method: 'POST',
    url: '/graphql',
    remoteAddress,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({ query: '{ specialisms { code } }' }),
  });
  return Number(headers['x-ratelimit-remaining']);
}

test.each([
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:db8:1:3::1'],
  ['192.0.2.7', '::ffff:192.0.2.7', '192.0.2.8'],
])('%s and %s spend one budget while nobody is signed in, %s another', async (one, same, another) => {
  // More than is regained while the test runs.
  await Promise.all(Array.from({ length: 30 }, () => leftTo(one)));
  const [left, elsewhere] = [await leftTo(same), await leftTo(another)];
  expect(left).toBeLessThan(elsewhere - 100);
});
