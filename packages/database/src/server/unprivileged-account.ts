import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The ids a child process takes on. Absent when we are no root: then the child is simply us. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses uid 0, so root lends it an account that exists already; none is created on the host. */
export function accountFor(folder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = ownerOfCluster(folder);
  if (owner) return owner;
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error('PostgreSQL refuses to run as root, and this machine knows neither an account "postgres" nor "nobody".');
}

/** A folder filled under one account stays with it: PostgreSQL refuses a folder owned by another. */
function ownerOfCluster(folder: string): Account | undefined {
  if (!existsSync(join(folder, 'PG_VERSION'))) return undefined;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? undefined : { uid, gid };
}

/** Asked of the system rather than computed from modes: access lists and mounts have their say too. */
export function canReach(folder: string, account: Account | undefined): boolean {
  return (
    !account || spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
  );
}
