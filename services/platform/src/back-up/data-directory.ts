import { opendir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** What a running server writes for itself alone: rebuilt at each start, or meaningless on another machine. Their folders stay, empty. */
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);

const leftOut =
  /(^|\/)(postmaster\.(pid|opts)|backup_label(\.old)?|backup_manifest|tablespace_map|current_logfiles(\.tmp)?|(recovery|standby)\.signal|pg_internal\.init.*|pgsql_tmp.*|.*\.auto\.conf\.tmp)$/;

/** Copied after everything else, so that it is never older than a file it speaks of. */
export const controlFile = join('global', 'pg_control');

/** Folders and files of a data directory that belong in a copy of it, by their paths within it. */
export interface DirectoryParts {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

interface Found {
  readonly folders: string[];
  readonly files: string[];
}

/** Read while the server goes on: a file that comes later is made anew from the write-ahead log. */
export async function partsOf(directory: string): Promise<DirectoryParts> {
  const found: Found = { folders: [], files: [] };
  await gather(directory, directory, found);
  return found;
}

async function gather(root: string, folder: string, found: Found): Promise<void> {
  for await (const entry of await opendir(folder)) {
    const path = relative(root, join(folder, entry.name));
    if (leftOut.test(path)) continue;
    if (entry.isSymbolicLink())
      throw new Error(`${path} leads out of the database’s folder: such a database is copied by its operator.`);
    if (entry.isFile()) found.files.push(path);
    if (!entry.isDirectory()) continue;
    found.folders.push(path);
    if (!emptied.has(path)) await gather(root, join(folder, entry.name), found);
  }
}
