import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './kinds.ts';
import { progress, readyWith } from './progress.ts';

/** An immediate stop of PostgreSQL, as when the power fails, and a start on what its disk holds. */
export const stopServer: Fault = async (load, times) => {
  const { server, database } = load.site;
  let slowest = 0;
  for (let stop = 0; stop < times; stop += 1) {
    await progress(load);
    await pause(randomInt(100));
    await server.stopAtOnce();
    await pause(randomInt(300));
    await server.startAgain();
    database.leadTo(server.port);
    slowest = Math.max(slowest, await readyWith(load));
  }
  return { slowestReady: slowest };
};
