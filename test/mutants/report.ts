import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Mutant } from './mutant.ts';
import type { Verdict } from './verdict.ts';

/** One whole run, as it is kept. */
export interface Run {
  /** When it began, by the database's clock, and the commit the copies were made of. */
  readonly date: string;
  readonly commit: string | null;
  readonly seconds: number;
  readonly chosen: readonly Mutant[];
  readonly verdicts: ReadonlyMap<Mutant, Verdict>;
}

export const isCaught = ({ verdicts }: Pick<Run, 'verdicts'>, mutant: Mutant) => (verdicts.get(mutant)?.killers.length ?? 0) > 0;

/** Writes who noticed what: name and killer of each mutant, with date and commit. */
export function writeReport(file: string, run: Run): void {
  const { date, commit, seconds, chosen, verdicts } = run;
  const caught = chosen.filter((mutant) => isCaught(run, mutant)).length;
  const mutants = chosen.map((mutant) => ({ name: mutant.name, killedBy: verdicts.get(mutant)?.killers[0] ?? null }));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ date, commit, seconds, caught, of: chosen.length, mutants }, null, 2)}\n`);
}

/** What was tried; null where the tree came without its history. */
export function commitOf(root: string): string | null {
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return null;
  }
}
