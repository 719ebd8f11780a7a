import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Compared } from './run-pair.ts';

/** One run of twin worlds, as it is kept. */
export interface TwinsRun {
  readonly seed: string;
  readonly seconds: number;
  readonly compared: readonly Compared[];
}

const root = join(import.meta.dirname, '../../..');

export function writeReport(file: string, { seed, seconds, compared }: TwinsRun): void {
  const sum = (of: (each: Compared) => number) => compared.reduce((total, each) => total + of(each), 0);
  const apart = compared.filter(({ differences }) => differences.length > 0);
  const report = {
    date: Temporal.Now.instant().toString({ smallestUnit: 'second' }),
    commit: commitOf(),
    seed,
    seconds,
    pairs: compared.length,
    steps: sum(({ steps }) => steps),
    charactersCompared: sum(({ bytes }) => bytes),
    changes: new Set(compared.map(({ pair }) => pair.change.name)).size,
    principals: new Set(compared.map(({ pair }) => pair.name)).size,
    toldApart: apart.map(({ pair, differences }) => ({
      change: pair.change.name,
      principal: pair.name,
      seed: pair.seed,
      step: differences[0]?.step,
    })),
  };
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
}

/** What was tried; null where the tree came without its history. */
function commitOf(): string | null {
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return null;
  }
}
