import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const folder = 'packages/database/src/migrations';

/** The build that runs when the newest migration arrives: a commit, or why there is none to be had. */
export type Older = { readonly commit: string; readonly migrations: number } | { readonly reason: string };

/**
 * The youngest commit with fewer migrations than now whose own are still as they were. The first makes the roles of a server, which are
 * there already whoever made them, and may be written otherwise.
 */
export function olderCommit(): Older {
  try {
    if (git('rev-parse', '--is-shallow-repository') === 'true') return { reason: 'the history of this copy was cut off' };
    const now = migrationsOf('HEAD');
    for (const commit of git('log', '--format=%H', '--', folder).split('\n')) {
      const before = migrationsOf(`${commit}~1`);
      const isPrefix = [...before].every(([name, text]) => now.get(name) === text || name.startsWith('migration-0001'));
      if (before.size > 0 && before.size < now.size && isPrefix)
        return { commit: git('rev-parse', `${commit}~1`), migrations: before.size };
    }
    return { reason: 'no earlier commit had fewer migrations' };
  } catch {
    return { reason: 'this tree came without its history' };
  }
}

/** Names of the migrations of a commit, each with the digest of its text. */
function migrationsOf(commit: string): ReadonlyMap<string, string> {
  const lines = git('ls-tree', commit, `${folder}/`).split('\n');
  const entries = lines.map((line) => /^\S+ blob (\w+)\t.*\/(migration-\d{4}-[^/]+)$/.exec(line));
  return new Map(entries.flatMap((found) => (found?.[1] && found[2] ? [[found[2], found[1]] as const] : [])));
}

function git(...words: readonly string[]): string {
  return execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

/** A build laid out to run. */
export interface Build {
  readonly folder: string;
  remove(): void;
}

/** This tree, as it stands. */
export const thisBuild: Build = { folder: root, remove: () => {} };

/** A commit in a folder of its own; what is installed stays where it is and is pointed at. */
export function layOut(commit: string): Build {
  const place = mkdtempSync(join(tmpdir(), 'guichet-older-'));
  const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 2 ** 30 });
  execFileSync('tar', ['x', '-C', place], { input: archive });
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
  for (const packages of ['packages', 'services']) {
    for (const name of readdirSync(join(root, packages))) pointAt(place, join(packages, name));
  }
  pointAt(place, 'test');
  const program = join(place, 'test/two-builds/build-program.ts');
  mkdirSync(dirname(program), { recursive: true });
  cpSync(join(import.meta.dirname, 'build-program.ts'), program);
  return { folder: place, remove: () => rmSync(place, { recursive: true, force: true }) };
}

/** Links between packages are relative, so that in the copy they lead to the copy. */
function pointAt(place: string, name: string): void {
  const installed = join(root, name, 'node_modules');
  if (!existsSync(installed) || !existsSync(join(place, name))) return;
  cpSync(installed, join(place, name, 'node_modules'), { recursive: true, verbatimSymlinks: true });
  for (const needed of dependenciesOf(join(place, name))) lend(needed, join(place, name, 'node_modules', needed));
}

const dependenciesOf = (place: string): readonly string[] =>
  Object.keys((JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as Needing).dependencies ?? {});

interface Needing {
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** What this build's package has no more and the older's needs is kept among the tests'. */
function lend(needed: string, link: string): void {
  const kept = join(root, 'test/node_modules', needed);
  if (existsSync(link) || !existsSync(kept)) return;
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(realpathSync(kept), link);
}
