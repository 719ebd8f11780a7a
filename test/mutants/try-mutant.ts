import { breakDatabases, dropBroken } from './broken-databases.ts';
import type { Mutant } from './mutant.ts';
import type { TreeCopy } from './tree-copy.ts';
import { judge, type Verdict } from './verdict.ts';

/** Where a mutant is tried: its own copy of the tree, its own copies of the databases. */
export interface Lane {
  readonly tree: TreeCopy;
  readonly lane: number;
  readonly administratorUrl: string;
}

/** Takes one wall away, runs the tests that must notice, and puts it back. */
export async function tried({ how, dies, tests }: Mutant, { tree, lane, administratorUrl }: Lane): Promise<Verdict> {
  const suffix = how.kind === 'database' ? `_m${lane}` : '';
  if (how.kind === 'database') await breakDatabases(administratorUrl, suffix, how.statements);
  const restore = how.kind === 'code' ? tree.break(how) : () => undefined;
  try {
    return await judge({ folder: tree.folder, files: dies, tests, environment: { GUICHET_TEST_SUFFIX: suffix }, lane });
  } finally {
    restore();
    if (how.kind === 'database') await dropBroken(administratorUrl, suffix);
  }
}
