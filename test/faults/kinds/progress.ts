import { setTimeout as pause } from 'node:timers/promises';
import { readyAfter } from './health.ts';
import type { UnderLoad } from './kinds.ts';

/** Waits until somebody was acknowledged since, or half a minute. */
export async function progress({ crowd }: UnderLoad): Promise<void> {
  const before = crowd.count();
  for (let poll = 0; crowd.count() === before && poll < 3000; poll += 1) await pause(10);
}

/** Once the database lets somebody in again: how many seconds later every platform is ready. One that ended by itself never is, and is started again. */
export async function readyWith({ site }: UnderLoad): Promise<number> {
  await databaseIsBack({ site });
  const seconds = await Promise.all(
    site.platforms.map(async (platform, place) => {
      if (platform?.isAlive()) return readyAfter(platform.port);
      await site.start(place);
      return Number.POSITIVE_INFINITY;
    }),
  );
  return Math.max(...seconds);
}

async function databaseIsBack({ site }: Pick<UnderLoad, 'site'>): Promise<void> {
  for (let poll = 0; poll < 1500; poll += 1) {
    const isBack = await site
      .administrator()
      .then((client) => client.query('select 1'))
      .then(
        () => true,
        () => false,
      );
    if (isBack) return;
    await pause(20);
  }
  throw new Error('The database did not come back');
}
