import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrations } from '@guichet/database/migrations/migrations';

/** What runs: told with every metric and trace, so that two builds side by side are told apart. */
export interface Build {
  /** Of the checkout it was started from; `unknown` without one. */
  readonly commit: string;
  /** The newest migration it knows. */
  readonly migration: string;
  readonly node: string;
}

const clone = fileURLToPath(new URL('../../../../', import.meta.url));

export const presentBuild = (): Build => ({
  commit: commitIn(join(clone, '.git')),
  migration: migrations.at(-1)?.name ?? 'unknown',
  node: process.versions.node,
});

function commitIn(folder: string): string {
  const head = read(join(folder, 'HEAD'));
  const [, branch] = /^ref: (.+)$/.exec(head) ?? [];
  if (branch === undefined) return head.slice(0, 12) || 'unknown';
  const loose = read(join(folder, branch));
  const packed = read(join(folder, 'packed-refs'))
    .split('\n')
    .find((line) => line.endsWith(` ${branch}`));
  return (loose || packed || 'unknown').slice(0, 12);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
