import { chmod, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type CopiedFile, copyFile } from './copied-file.ts';
import { sideBySide } from './side-by-side.ts';

/** A file of people as it lay beside the database, by its path there and by its content. */
export interface StoredFile extends CopiedFile {
  readonly modifiedMs: number;
}

/** The content of every back-up’s files lies once, under its own digest: a file that does not change costs a later back-up nothing. */
const storeIn = (backupFolder: string) => join(backupFolder, 'files');
const placeOf = (backupFolder: string, digest: string) => join(storeIn(backupFolder), digest.slice(0, 2), digest);

const width = 16;

/** Puts away what lies in a folder; what a former list knows unchanged is not read again. */
export async function storeFiles(
  folder: string,
  backupFolder: string,
  former: readonly StoredFile[],
): Promise<readonly StoredFile[]> {
  const known = new Map(former.map((file) => [file.path, file]));
  const stored: StoredFile[] = [];
  await sideBySide(await filesOf(folder), width, async (path) => {
    const { size, mtimeMs } = await stat(join(folder, path));
    const before = known.get(path);
    const isKnown = before?.bytes === size && before.modifiedMs === mtimeMs;
    const content = isKnown ? before : await storeOne(join(folder, path), backupFolder);
    if (content) stored.push({ ...content, path, modifiedMs: mtimeMs });
  });
  return stored.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

let drafts = 0;

async function storeOne(file: string, backupFolder: string): Promise<Omit<CopiedFile, 'path'> | null> {
  await mkdir(storeIn(backupFolder), { recursive: true, mode: 0o700 });
  const draft = join(storeIn(backupFolder), `.${process.pid}-${drafts++}`);
  const copied = await copyFile(file, draft);
  if (copied === null) return null;
  const place = placeOf(backupFolder, copied.digest);
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  await rename(draft, place);
  return copied;
}

/** Lays the files down again and judges each by its digest while it is copied. */
export async function layFiles(files: readonly StoredFile[], backupFolder: string, folder: string): Promise<void> {
  const folders = new Set(files.map(({ path }) => dirname(join(folder, path))));
  for (const each of [folder, ...folders]) await mkdir(each, { recursive: true, mode: 0o700 });
  await sideBySide(files, width, async ({ path, digest }) => {
    const target = join(folder, path);
    const copied = await copyFile(placeOf(backupFolder, digest), target);
    if (copied?.digest === digest) return chmod(target, 0o600);
    await rm(target, { force: true });
    throw new Error(`The file ${path} of the back-up is ${copied === null ? 'gone' : 'not what it was'}.`);
  });
}

/** Removes contents no list names any more; answers how many. */
export async function dropUnnamed(lists: readonly (readonly StoredFile[])[], backupFolder: string): Promise<number> {
  const named = new Set(lists.flatMap((files) => files.map(({ digest }) => digest)));
  let dropped = 0;
  for (const path of await filesOf(storeIn(backupFolder))) {
    const name = path.split('/').at(-1) ?? '';
    if (named.has(name)) continue;
    await rm(join(storeIn(backupFolder), path), { force: true });
    dropped += 1;
  }
  return dropped;
}

/** Paths of the files below a folder; none when it is not there. */
export async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
