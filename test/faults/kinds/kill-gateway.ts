import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { readyAfter } from './health.ts';
import type { Fault, UnderLoad } from './kinds.ts';
import { progress } from './progress.ts';

/** kill -9 of a platform at a random instant, then a start; every place has its own turns, so that sometimes one serves what another began, and sometimes none does. */
export const killGateway: Fault = async (load, times) => {
  const { platforms } = load.site;
  const left = { kills: times };
  const slowest = await Promise.all(platforms.map((_, place) => killAgain(load, place, left)));
  load.crowd.hurry(true);
  return { slowestStart: Math.max(...slowest) };
};

async function killAgain(load: UnderLoad, place: number, left: { kills: number }): Promise<number> {
  const { site, crowd } = load;
  let slowest = 0;
  while (left.kills > 0) {
    left.kills -= 1;
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
  return slowest;
}
