import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { startOf } from './process-facts.ts';

/** A pid alone is soon given to another process: together with its start it names one process for good. */
interface Owner {
  readonly pid: number;
  readonly start: string;
}

/** A second start on a folder whose first one still lives is refused, and harms nothing. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  readonly folder: string;
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(
      `The database in ${folder} is already in use by process ${pid}. Stop that one first, or name another folder in GUICHET_DATA.`,
    );
    this.folder = folder;
    this.pid = pid;
  }
}

/** Takes the folder for this process; answers how to give it back. */
export function takeFolder(folder: string): () => void {
  const lock = `${folder}.lock`;
  const own: Owner = { pid: process.pid, start: startOf(process.pid) ?? '' };
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    while (!claimed(draft, lock)) clearAway(lock, folder);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (isDeepStrictEqual(ownerIn(lock), own)) rmSync(lock, { force: true });
  };
}

/** A link is made whole or not at all, and by one process only. */
function claimed(draft: string, lock: string): boolean {
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Renamed before it is judged gone, so that of two starts that found the same dead owner, one alone clears it away. */
function clearAway(lock: string, folder: string): void {
  const found = ownerIn(lock);
  if (found && isAlive(found)) throw new FolderInUse(folder, found.pid);
  const aside = `${lock}.${process.pid}.dead`;
  try {
    renameSync(lock, aside);
  } catch {
    return; // somebody else cleared it away
  }
  const moved = ownerIn(aside);
  if (moved && isAlive(moved)) claimed(aside, lock); // it was claimed anew meanwhile: put back
  rmSync(aside, { force: true });
}

function ownerIn(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

function isAlive(owner: Owner): boolean {
  return startOf(owner.pid) === owner.start;
}
