import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutant.ts';

const root = join(import.meta.dirname, '../..');

/** Passages to be broken that do not stand once in their file, by the name of what they break: sources move on, and would be broken no more. */
export function passagesAmiss(
  broken: readonly { readonly name: string; readonly how: Mutant['how'] | { readonly kind: 'server' } }[],
) {
  return broken.flatMap(({ name, how }) =>
    how.kind === 'code' ? how.passages.filter((passage) => times(passage) !== 1).map(({ file }) => `${name}: ${file}`) : [],
  );
}

const times = ({ file, from }: { readonly file: string; readonly from: string }) =>
  readFileSync(join(root, file), 'utf8').split(from).length - 1;
