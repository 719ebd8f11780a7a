import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What the tests said of a mutant. */
export interface Verdict {
  readonly killers: readonly string[];
  /** The first words of the first failure. */
  readonly said: string;
  readonly seconds: number;
  /** Set when the tests could not even run, which kills nothing. */
  readonly trouble: string | null;
}

export interface Trial {
  /** The tree to test: the project itself, or a copy that was broken. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly tests: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
  readonly lane: number;
}

const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--conditions=@guichet/source'];

/** A run that does not end notices nothing; ten times what a quiet machine takes, and more. */
const limit = 300_000;

/** Runs the named tests until the first red one. */
export async function judge({ folder, files, tests, environment, lane }: Trial): Promise<Verdict> {
  const report = join(folder, `mutant-report-${lane}.json`);
  const choice = tests === undefined ? [] : ['-t', tests];
  const jest = [
    'node_modules/jest/bin/jest.js',
    ...files,
    '--bail',
    '--runInBand',
    '--forceExit',
    '--json',
    `--outputFile=${report}`,
    ...choice,
  ];
  const began = performance.now();
  const child = spawn(process.execPath, [...node, ...jest], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: limit,
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [, signal] = await once(child, 'close');
  if (signal !== null) said = `ended by ${signal} after ${limit / 1000} s: that is no verdict`;
  const seconds = (performance.now() - began) / 1000;
  return { ...readReport(report, said), seconds };
}

interface Asserted {
  readonly status: string;
  readonly fullName: string;
  readonly failureMessages: readonly string[];
}

interface Report {
  readonly numTotalTests: number;
  readonly testResults: readonly { readonly assertionResults: readonly Asserted[] }[];
}

function readReport(file: string, said: string): Omit<Verdict, 'seconds'> {
  try {
    const { numTotalTests, testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const failed = testResults.flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === 'failed'));
    const trouble = numTotalTests === 0 ? said.slice(-800) : null;
    return { killers: failed.map(({ fullName }) => fullName), said: firstWords(failed[0]), trouble };
  } catch {
    return { killers: [], said: '', trouble: said.slice(-800) };
  } finally {
    rmSync(file, { force: true });
  }
}

// Jest colours its words.
const colour = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const firstWords = (failed: Asserted | undefined) =>
  (failed?.failureMessages[0] ?? '').replace(colour, '').split('\n').slice(0, 12).join('\n          ');
