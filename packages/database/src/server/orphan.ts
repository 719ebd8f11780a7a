import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { servedFolder, servesFolder } from './process-facts.ts';

const polls = 600;
const pollMs = 50;

/**
 * After a `kill -9` of its owner a server runs on and holds the folder. Call it only by who holds the folder's lock: then no
 * living owner needs that server.
 */
export async function stopOrphan(folder: string): Promise<void> {
  const pidFile = join(folder, 'postmaster.pid');
  const pid = pidIn(pidFile);
  if (pid === undefined) return;
  if (!servesFolder(pid, folder)) return forgetReusedPid(pid, pidFile);
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    signalServer(pid, signal);
    if (await ended(pid, folder)) return;
  }
  throw new Error(`A database server left over by an earlier start (process ${pid}) holds ${folder} and does not stop.`);
}

function pidIn(pidFile: string): number | undefined {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]);
    return pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** A pid given to some other program since makes PostgreSQL believe that its folder is taken. */
function forgetReusedPid(pid: number, pidFile: string): void {
  if (servedFolder(pid) === undefined) rmSync(pidFile, { force: true });
}

function signalServer(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // it ended in between
  }
}

async function ended(pid: number, folder: string): Promise<boolean> {
  for (let poll = 0; poll < polls; poll++) {
    if (!servesFolder(pid, folder)) return true;
    await pause(pollMs);
  }
  return false;
}
