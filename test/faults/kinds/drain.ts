import { setTimeout as pause } from 'node:timers/promises';
import { attempt } from '../clients/submission.ts';
import { health } from './health.ts';
import type { Fault, UnderLoad } from './kinds.ts';

/** SIGTERM while submissions wait for their COMMIT: nothing new is taken, what is in hand is answered, and the process ends with 0. */
export const drain: Fault = async (load, times) => {
  const measured = { unanswered: 0, stillReady: 0, badExits: 0, slowestEnd: 0 };
  for (let term = 0; term < times; term += 1) {
    const place = term % load.site.platforms.length;
    const drained = await drainOnce(load, place);
    measured.unanswered += drained.isAnswered ? 0 : 1;
    measured.stillReady += drained.isStillReady ? 1 : 0;
    measured.badExits += drained.status === 0 ? 0 : 1;
    measured.slowestEnd = Math.max(measured.slowestEnd, drained.seconds);
    load.crowd.hurry(false); // the start is not slowed by more work than clients have
    await load.site.start(place);
    load.crowd.hurry(true);
  }
  return measured;
};

const heldMs = 300;

async function drainOnce({ site, crowd }: UnderLoad, place: number) {
  const platform = site.platforms[place];
  if (!platform) throw new Error(`Nothing serves at ${place}`);
  const [probe] = await site.plant(1);
  if (!probe) throw new Error('Nobody was planted');
  const release = Promise.withResolvers<'PASS'>();
  let waiting = 0;
  site.database.watch({
    fate: () => {
      waiting += 1;
      return release.promise;
    },
  });
  const answer = attempt({ port: platform.port, ...probe });
  for (let poll = 0; waiting <= crowd.clients && poll < 300; poll += 1) await pause(10); // they and the probe
  const began = performance.now();
  platform.child.kill('SIGTERM');
  await pause(heldMs);
  const isStillReady = (await health(platform.port, 'ready')) === 200;
  site.database.watch(null);
  release.resolve('PASS');
  const isAnswered = (await answer).outcome === 'ACKNOWLEDGED';
  const status = await platform.ended;
  return { isAnswered, isStillReady, status, seconds: (performance.now() - began) / 1000 };
}
