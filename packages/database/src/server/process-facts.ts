import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const fromProc = process.platform === 'linux';

/** When a process started, in the words of the system; nothing for one that has ended, even if nobody has collected it yet. */
export function startOf(pid: number): string | undefined {
  if (!fromProc) return ask(pid, 'lstart=');
  const stat = read(`/proc/${pid}/stat`);
  // the name, in parentheses, may itself hold spaces and parentheses
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields && !['Z', 'X'].includes(fields[0] ?? '') ? fields[19] : undefined;
}

/** Whether a process is PostgreSQL serving exactly this folder: `/data` is not `/data-old`. */
export function servesFolder(pid: number, folder: string): boolean {
  return servedFolder(pid) === folder;
}

/** The folder given to `-D`, when the process is a PostgreSQL server. */
export function servedFolder(pid: number): string | undefined {
  const words = fromProc ? read(`/proc/${pid}/cmdline`)?.split('\0') : ask(pid, 'command=')?.split(/ (?=-)| (?<=-D )/);
  const option = words?.indexOf('-D') ?? -1;
  return option > 0 && words?.[0]?.includes('postgres') ? words[option + 1] : undefined;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function ask(pid: number, column: string): string | undefined {
  const answer = spawnSync('ps', ['-ww', '-o', column, '-p', String(pid)], { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}
