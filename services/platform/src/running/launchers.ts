import { readFileSync } from 'node:fs';
import { startOf } from '@guichet/database/server/process-facts';

const everyMs = 500;

/**
 * Calls back once when a program that launched us ends before we do. npx passes no signal on: whoever stops it leaves pnpm, its
 * shell and us running, with nobody left who would stop us.
 */
export function whenLauncherEnds(act: () => void): void {
  const launchers = launchersOf(process.ppid).map((pid) => ({ pid, start: startOf(pid) }));
  if (launchers.length === 0) return;
  const watch = setInterval(() => {
    if (launchers.every(({ pid, start }) => startOf(pid) === start)) return;
    clearInterval(watch);
    act();
  }, everyMs);
  watch.unref();
}

/** From our parent upwards: package managers and the shells between them; a shell above the last of them is somebody's own. */
function launchersOf(pid: number): readonly number[] {
  const chain: { readonly pid: number; readonly isManager: boolean }[] = [];
  for (let at = pid; at > 1; at = parentOf(at)) {
    const words = wordsOf(at);
    const isManager = words.slice(0, 2).some((word) => /(^|\/)(npm|npx|pnpm)\b/.test(word));
    if (!isManager && !(/(^|\/)(sh|dash|bash)$/.test(words[0] ?? '') && words[1] === '-c')) break;
    chain.push({ pid: at, isManager });
  }
  const last = chain.findLastIndex(({ isManager }) => isManager);
  return chain.slice(0, last + 1).map((each) => each.pid);
}

/** On Linux alone, as is the finding of orphans; elsewhere nobody is watched. */
function wordsOf(pid: number): readonly string[] {
  return read(`/proc/${pid}/cmdline`).split('\0');
}

function parentOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
