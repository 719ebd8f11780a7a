import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { command, root } from './command.mjs';

const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--conditions=@guichet/source'];

/** More workers than this gain nothing: they wait for the one PostgreSQL. */
const workers = Math.min(availableParallelism(), 4);

/** Runs jest on the paths named, or on all, and counts what it says. */
export async function jest(paths) {
  // `pnpm cases` reads the last run of all tests.
  const report = join(root, 'node_modules/.cache/guichet', paths.length === 0 ? 'jest-results.json' : 'jest-part.json');
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const words = [
    ...node,
    'node_modules/jest/bin/jest.js',
    `--maxWorkers=${workers}`,
    '--json',
    `--outputFile=${report}`,
    ...paths,
  ];
  const { ended, output } = await command(process.execPath, words, { shown: true });
  const counted = counts(report);
  if (!ended && counted.failed === 0) return { ...counted, failed: 1, output };
  return counted;
}

/** A file that cannot even be loaded holds no failed test; it counts as one. */
function counts(report) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
