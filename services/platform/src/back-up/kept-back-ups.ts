import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveIn } from './archive.ts';
import type { BaseCopy } from './base-copy.ts';
import { dropUnnamed, type StoredFile } from './stored-files.ts';

/** One back-up as it describes itself; written last, so that half a back-up is none. */
export interface BackUp extends BaseCopy {
  /** Its folder’s name: the instant it began. */
  readonly name: string;
  readonly serverVersion: string;
  readonly dumpedAt: string;
  readonly hasFiles: boolean;
}

export const manifestFile = 'back-up.json';
export const filesList = 'files.json';
export const baseFolder = 'base';
export const dumpFolder = 'dump';

/** Whole back-ups of a folder, the newest first. */
export async function keptBackUps(backupFolder: string): Promise<readonly BackUp[]> {
  const names = await readdir(backupFolder).catch(() => []);
  const found: BackUp[] = [];
  for (const name of names.filter((each) => /^\d{4}-/.test(each))) {
    const text = await readFile(join(backupFolder, name, manifestFile), 'utf8').catch(() => null);
    if (text !== null) found.push(JSON.parse(text) as BackUp);
  }
  return found.toSorted((one, other) => (one.name < other.name ? 1 : -1));
}

export async function filesListOf(backupFolder: string, name: string): Promise<readonly StoredFile[]> {
  return JSON.parse(await readFile(join(backupFolder, name, filesList), 'utf8')) as readonly StoredFile[];
}

/** What was thrown away. */
export interface Pruned {
  readonly backUps: number;
  readonly segments: number;
  readonly files: number;
}

/** Keeps so many back-ups, and of the log what they need to reach every instant since the oldest of them. */
export async function prune(backupFolder: string, keep: number): Promise<Pruned> {
  const all = await keptBackUps(backupFolder);
  const [kept, old] = [all.slice(0, keep), all.slice(keep)];
  for (const { name } of old) {
    // The manifest first: what dies half-way is no back-up any more.
    await rm(join(backupFolder, name, manifestFile));
    await rm(join(backupFolder, name), { recursive: true });
  }
  if (old.length === 0) return { backUps: 0, segments: 0, files: 0 };
  const lists = await Promise.all(kept.map(({ name }) => filesListOf(backupFolder, name)));
  const segments = await pruneLog(archiveIn(backupFolder), kept.at(-1)?.startLsn ?? '0/0');
  return { backUps: old.length, segments, files: await dropUnnamed(lists, backupFolder) };
}

async function pruneLog(archive: string, oldestLsn: string): Promise<number> {
  const needed = placeOf(oldestLsn);
  const names = await readdir(archive).catch(() => []);
  const old = names.filter((name) => /^[0-9A-F]{24}/.test(name) && name.slice(8, 24) < needed);
  for (const name of old) await rm(join(archive, name));
  return old.length;
}

/** The segment that holds a place of the log, as its file is named, without the timeline. */
export function placeOf(lsn: string): string {
  const [high = '0', low = '0'] = lsn.split('/');
  const segment = Math.floor(Number.parseInt(low, 16) / 0x1000000);
  return `${high.padStart(8, '0')}${segment.toString(16).toUpperCase().padStart(8, '0')}`;
}
