import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { readyAfter } from './health.ts';
import type { Fault } from './kinds.ts';
import { progress } from './progress.ts';

/** kill -9 of a platform at a random instant, each place in turn; started again, it serves what was asked meanwhile. */
export const killGateway: Fault = async (load, times) => {
  const { site, crowd } = load;
  let slowest = 0;
  for (let kill = 0; kill < times; kill += 1) {
    const place = kill % site.platforms.length;
    crowd.hurry(true);
    await progress(load);
    await pause(randomInt(200));
    const platform = site.platforms[place];
    platform?.child.kill('SIGKILL');
    await platform?.ended;
    // Whoever else serves takes it easy, so that the start is not slowed by more work than clients have.
    crowd.hurry(site.platforms.length === 1);
    const began = performance.now();
    const { port } = await site.start(place);
    await readyAfter(port);
    slowest = Math.max(slowest, (performance.now() - began) / 1000);
  }
  crowd.hurry(true);
  return { slowestStart: slowest };
};
