import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './kinds.ts';
import { progress, readyWith } from './progress.ts';

/** An immediate stop of PostgreSQL, as when the power fails, and a start on what its disk holds. */
export const stopServer: Fault = async (load, times) => {
  const { server, database } = load.site;
  let slowest = 0;
  for (let stop = 0; stop < times; stop += 1) {
    load.crowd.hurry(true);
    await progress(load);
    await pause(randomInt(100));
    await server.stopAtOnce();
    load.crowd.hurry(false); // what comes back is measured beside as much work as clients have
    await pause(randomInt(300));
    await server.startAgain();
    database.leadTo(server.port);
    slowest = Math.max(slowest, await readyWith(load));
  }
  load.crowd.hurry(true);
  return { slowestReady: slowest };
};
