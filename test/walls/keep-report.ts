import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Where the last report of a long proof is kept. */
export const reportFile = (name: string): string => join(root, 'docs/reports', `${name}.json`);

/** Writes what a long proof found, with the database's instant and the commit it tried. */
export function keepReport(name: string, { date, ...figures }: { readonly date: string }): void {
  const file = reportFile(name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ date, commit: presentCommit(), ...figures }, null, 2)}\n`);
}

/** What is tried; null where the tree came without its history. */
function presentCommit(): string | null {
  try {
    const words = ['rev-parse', '--short=12', 'HEAD'];
    return execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return null;
  }
}
