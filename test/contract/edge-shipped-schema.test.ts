import { afterAll, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { aWorld, type World } from '../world/world.ts';
import { findingsOf } from './scanner-probes.ts';

const worlds: World[] = [];
afterAll(() => Promise.all(worlds.map((world) => world.close())));

/** The gateway with the shipped schema, on a port of its own. */
async function served(options: { isProduction?: boolean; url?: string } = {}): Promise<string> {
  const world = await aWorld(options);
  worlds.push(world);
  return world.gateway.app.listen({ port: 0, host: '127.0.0.1' });
}

test('A-02 in production the thirteen probes of a scanner find nothing on the shipped schema', async () => {
  const url = await served({ isProduction: true, url: 'https://guichet.example' });
  expect(await findingsOf({ url, field: 'serverTime' })).toEqual([]);
});

test('A-01 the shipped schema passes the audits of graphql-http: every MUST, every SHOULD', async () => {
  const url = await served();
  const results = await Promise.all(serverAudits({ url: `${url}/graphql`, fetchFn: fetch }).map((audit) => audit.fn()));
  const passed = (level: string) => results.filter(({ name, status }) => name.startsWith(`${level} `) && status === 'ok').length;
  expect({ must: passed('MUST'), should: passed('SHOULD') }).toEqual({ must: 13, should: 23 });
});
