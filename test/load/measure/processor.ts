import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of a tick of the system's clock for processes (USER_HZ, which is 100 on Linux). */
const tick = 10;

interface Standing {
  readonly parent: number;
  /** Own time, and that of children that ended; milliseconds. */
  readonly own: number;
  readonly ofEnded: number;
}

function standingOf(pid: number | string): Standing | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [fields[1], ...fields.slice(11, 15)];
    return { parent, own: (user + system) * tick, ofEnded: (endedUser + endedSystem) * tick };
  } catch {
    return null;
  }
}

/** Processor time a process has used since it began. */
export const processorOf = (pid: number): number => standingOf(pid)?.own ?? 0;

/** The same of a database server with all its backends, those that ended included. */
export function processorOfFamily(pid: number): number {
  const root = standingOf(pid);
  let sum = (root?.own ?? 0) + (root?.ofEnded ?? 0);
  for (const name of readdirSync('/proc')) {
    const standing = /^\d+$/.test(name) ? standingOf(name) : null;
    if (standing?.parent === pid) sum += standing.own;
  }
  return sum;
}

/** Megabytes of memory a process holds now. */
export function megabytesOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}
