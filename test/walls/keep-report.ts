import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Where the last report of a long proof is kept. */
export const reportFile = (name: string): string => join(root, 'docs/reports', `${name}.json`);

/** What is tried, read when the proof begins: the commit, and whether code stood changed beside it; null where the tree came without its history. */
export const triedCommit = presentCommit();

/** Writes what a long proof found, with the database's instant and the commit it tried. */
export function keepReport(name: string, { date, ...figures }: { readonly date: string }): void {
  const file = reportFile(name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ date, commit: triedCommit, ...figures }, null, 2)}\n`);
}

function presentCommit(): string | null {
  try {
    const commit = git('rev-parse', '--short=12', 'HEAD');
    const changed = git('status', '--porcelain', '--untracked-files=no', '--', 'packages', 'services', 'schema', 'test');
    return changed === '' ? commit : `${commit} with changes`;
  } catch {
    return null;
  }
}

function git(...words: readonly string[]): string {
  return execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
}
