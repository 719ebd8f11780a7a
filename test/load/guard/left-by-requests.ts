import { Agent, request } from 'node:http';
import { getHeapSpaceStatistics } from 'node:v8';
import { startProbe } from '@guichet/gateway/http/probe/probe-server';

// A process of its own, with `--expose-gc`: beside other work nobody could say what grew old.
const probe = await startProbe({ limits: { budget: 1e9, restoreRate: 1e9 } });
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const { gc } = globalThis;
if (gc === undefined) throw new Error('This process needs --expose-gc');
const collect = gc;

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

/** Bytes a request that grew old with it: what the young collection finds twice does. What the probe itself remembers of them does not count. */
async function leftBy(requests: number): Promise<number> {
  const before = oldBytes();
  for (let round = 0; round < requests / 50; round += 1) {
    for (let count = 0; count < 50; count += 1) if ((await asked()) !== 200) throw new Error('An answer that is none');
    for (const remembered of [probe.logged, probe.journal]) (remembered as string[]).length = 0;
    collect({ type: 'minor' });
    collect({ type: 'minor' });
  }
  return (oldBytes() - before) / requests;
}

await leftBy(1000);
collect();
process.send?.(await leftBy(1000));
process.disconnect?.();
agent.destroy();
await probe.app.close();
