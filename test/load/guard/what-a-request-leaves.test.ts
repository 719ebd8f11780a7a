import { Agent, request } from 'node:http';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type ProbeServer, startProbe } from '@guichet/gateway/http/probe/probe-server';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let probe: ProbeServer;
let collectYoung: () => void;
beforeAll(async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options: { readonly type: 'minor' }) => void;
  collectYoung = () => collect({ type: 'minor' });
  probe = await startProbe({ limits: { budget: 1e9, restoreRate: 1e9 } });
});
afterAll(async () => {
  agent.destroy();
  await probe.app.close();
});

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

const asked = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const options = { agent, method: 'POST', headers: { 'content-type': 'application/json' } };
    const asking = request(`${probe.url}/graphql`, options, (answer) => {
      answer.on('end', () => resolve(answer.statusCode ?? 0)).resume();
    });
    asking.on('error', reject).end('{"query":"{ __typename }"}');
  });

const oldBytes = () =>
  getHeapSpaceStatistics()
    .filter(({ space_name }) => space_name === 'old_space')
    .reduce((sum, { space_used_size }) => sum + space_used_size, 0);

/** Bytes a request that grew old with it: each was looked at by the young collection twice, and should have been gone at the first. */
async function leftBy(requests: number): Promise<number> {
  const before = oldBytes();
  for (let round = 0; round < requests / 50; round += 1) {
    for (let count = 0; count < 50; count += 1) expect(await asked()).toBe(200);
    collectYoung();
    collectYoung();
  }
  return (oldBytes() - before) / requests;
}

test('nothing of a request that was answered grows old', async () => {
  await leftBy(1000);
  expect(await leftBy(1000)).toBeLessThan(1000);
});
