import { setTimeout as pause } from 'node:timers/promises';
import type { SmallDisk } from '../site/small-disk.ts';
import type { Fault, UnderLoad } from './kinds.ts';
import { progress, readyWith } from './progress.ts';

/** Room for some rows yet, so that the disk is full in the midst of a submission. */
const leaving = 384 * 1024;
const refusals = 30;

/** The disk of the database fills while people submit, and space is given back once they were refused for a while. */
export const fillDisk =
  (disk: SmallDisk): Fault =>
  async (load, times) => {
    const measured = { neverFull: 0, slowestReady: 0 };
    for (let turn = 0; turn < times; turn += 1) {
      await progress(load);
      disk.fill(leaving);
      if (!(await isFull(load))) measured.neverFull += 1;
      disk.free();
      measured.slowestReady = Math.max(measured.slowestReady, await healed(load));
      await progress(load);
    }
    return measured;
  };

/** Whether somebody was refused again and again; waits for it half a minute. */
async function isFull({ crowd }: UnderLoad): Promise<boolean> {
  const refused = () => crowd.told.again.get('UNAVAILABLE') ?? 0;
  const before = refused();
  for (let poll = 0; poll < 600; poll += 1) {
    if (refused() - before >= refusals) return true;
    await pause(50);
  }
  return false;
}

/** A server that could not write its log ends by itself: it is started again, as its operator would. */
async function healed(load: UnderLoad): Promise<number> {
  const { server, database } = load.site;
  if (!server.isAlive()) {
    await server.startAgain();
    database.leadTo(server.port);
  }
  return readyWith(load);
}
