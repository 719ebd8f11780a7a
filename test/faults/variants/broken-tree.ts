import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyTree, type TreeCopy } from '../../mutants/tree-copy.ts';
import { root } from '../../walls/keep-report.ts';

/** A copy of the project that can be started; what it makes of its sources is kept in it, and goes with it. */
export function startableCopy(): TreeCopy {
  const copy = copyTree(root);
  const register = readFileSync(join(root, 'dev-register.mjs'), 'utf8');
  writeFileSync(join(copy.folder, 'dev-register.mjs'), register.replace('node_modules/.cache/decorated/', '.cache/decorated/'));
  return copy;
}
