import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrokenInCode } from './mutant.ts';

/** A copy of the sources to break; what is installed stays where it is and is pointed at. */
export interface TreeCopy {
  readonly folder: string;
  /** Applies one fault and answers how to take it back; throws when a passage is not there exactly once. */
  break(fault: BrokenInCode): () => void;
  remove(): void;
}

const copied = ['packages', 'services', 'schema', 'test', 'docs', 'patches'];
const files = [
  'package.json',
  'jest.config.mjs',
  'pnpm-workspace.yaml',
  'tsconfig.base.json',
  'README.md',
  'CONTRIBUTING.md',
  '.gitignore',
];

export function copyTree(root: string): TreeCopy {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-mutants-'));
  for (const name of copied)
    cpSync(join(root, name), join(folder, name), { recursive: true, verbatimSymlinks: true, filter: isSource });
  for (const name of files) cpSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return { folder, break: (fault) => breakIn(folder, fault), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const isSource = (path: string) => !/\/(?:dist|\.cache)(?:\/|$)|test\/(?:quality|foreign|mutation|load)\/node_modules/.test(path);

function breakIn(folder: string, { passages }: BrokenInCode): () => void {
  const before = new Map<string, string>();
  const restore = () => {
    for (const [path, whole] of before) writeFileSync(path, whole);
  };
  try {
    for (const { file, from, to } of passages) {
      const path = join(folder, file);
      const whole = readFileSync(path, 'utf8');
      const found = whole.split(from).length - 1;
      if (found !== 1) throw new Error(`${file} holds the passage ${found} times, not once: ${from}`);
      if (!before.has(path)) before.set(path, whole);
      writeFileSync(
        path,
        whole.replace(from, () => to),
      );
    }
  } catch (error) {
    restore();
    throw error;
  }
  return restore;
}
