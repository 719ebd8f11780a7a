import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault, UnderLoad } from './kinds.ts';
import { progress, readyWith } from './progress.ts';

/** kill -9 of one of the database's own processes in the midst of a submission: the whole server recovers, and the platform finds it again by itself. */
export const killBackend: Fault = async (load, times) => {
  let slowest = 0;
  for (let kill = 0; kill < times && Number.isFinite(slowest); kill += 1) {
    load.crowd.hurry(true);
    await progress(load);
    await pause(randomInt(60));
    const pid = await busyBackend(load);
    if (pid !== null) await end(pid, load);
    load.crowd.hurry(false); // what comes back is measured beside as much work as clients have
    slowest = pid === null ? Number.POSITIVE_INFINITY : Math.max(slowest, await readyWith(load));
  }
  load.crowd.hurry(true);
  return { slowestReady: slowest };
};

/** Ended, and seen by the server, which then ends every other connection too: before that it still answers as if nothing had happened. */
async function end(pid: number, { site }: UnderLoad): Promise<void> {
  const witness = await site.administrator();
  const gone = new Promise<void>((resolve) => witness.once('end', resolve));
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    return;
  }
  await Promise.race([gone, pause(longestNoticeMs)]);
}

const longestNoticeMs = 10_000;

/** One that serves the gateway, at work if there is one; null when the gateway has come back to none within ten seconds. */
async function busyBackend({ site }: UnderLoad): Promise<number | null> {
  const administrator = await site.administrator();
  for (let poll = 0; poll < 1000; poll += 1) {
    const { rows } = await administrator.query<{ pid: number }>(
      `select pid from pg_stat_activity where usename = 'app_login' order by xact_start is null, random() limit 1`,
    );
    if (rows[0]) return rows[0].pid;
    await pause(10);
  }
  return null;
}
