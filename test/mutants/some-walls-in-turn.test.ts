import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inTurn } from './in-turn.ts';
import { mutants } from './mutants.ts';
import { commitOf } from './report.ts';
import { copyTree, type TreeCopy } from './tree-copy.ts';
import { tried } from './try-mutant.ts';

const root = join(import.meta.dirname, '../..');
/** The whole list takes minutes, by `pnpm test:mutants`: here a few have their turn, others at each commit. */
const chosen = inTurn(mutants, commitOf(root), 3);

let tree: TreeCopy;
beforeAll(() => {
  tree = copyTree(root);
});
afterAll(() => tree.remove());

test.each(chosen)(
  'B-35 the tests notice that a wall was taken away: $name',
  async (mutant) => {
    const administratorUrl = process.env['GUICHET_TEST_ADMINISTRATOR'] ?? '';
    const { killers, trouble } = await tried(mutant, { tree, lane: 9, administratorUrl });
    expect(trouble).toBeNull();
    expect(killers).not.toEqual([]);
  },
  360_000,
);
