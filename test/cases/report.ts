import { existsSync, readFileSync } from 'node:fs';
import { countOf, wordsOf } from '../runner/words-of.ts';
import { keepReport } from '../walls/keep-report.ts';
import { type Case, isCovered, isDueBy, linesOf, type Standing, standings, type ToldTest, unknownIds } from './case-list.ts';
import { keptCases } from './kept-cases.ts';

/** `--due STAGE` asks for what is due by then; `--keep` writes the figures in docs/reports, from the last run of all tests. */
const usage = [
  'usage: pnpm cases [--due STAGE] [--results FILE] [--keep]',
  '  STAGE is 1 to 4; FILE holds the results of jest, of the last run of all tests when left out',
];
const { values } = wordsOf(usage, {
  options: { due: { type: 'string' }, results: { type: 'string' }, keep: { type: 'boolean' } },
});
const stage = countOf('--due', values.due ?? '4', usage);
const beside = (name: string) => new URL(name, import.meta.url);
const results = values.results ?? new URL('../../node_modules/.cache/guichet/jest-results.json', import.meta.url);

if (!existsSync(results)) {
  const isNamed = values.results !== undefined;
  process.stderr.write(
    isNamed ? `${results} is not there.\n${usage.join('\n')}\n` : 'No results of the tests are kept yet: run pnpm test first.\n',
  );
  process.exit(2);
}

const cases: readonly Case[] = linesOf(readFileSync(beside('cases.csv'), 'utf8')).map(([id = '', due = '', perform = '']) => ({
  id,
  due,
  perform,
}));
const reasons = new Map(linesOf(readFileSync(beside('not-yet.csv'), 'utf8')).map(([id = '', reason = '']) => [id, reason]));
const report = JSON.parse(readFileSync(results, 'utf8')) as Results;
const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);

interface Results {
  /** Milliseconds since 1970, as the runner tells it. */
  readonly startTime: number;
  readonly testResults: readonly { readonly assertionResults: readonly ToldTest[] }[];
}

const all = standings(cases, tests, reasons);
const due = all.filter((each) => isDueBy(each, stage));
const covered = due.filter(isCovered);
const missing = due.filter((each) => !isCovered(each));
const twofold = all.filter(({ passed, failed }) => passed > 0 && failed > 0);
const strange = unknownIds(cases, tests);

const told = ({ id, due: at, perform, reason, failed }: Standing) =>
  `  ${id} [${at}] ${failed > 0 ? `${failed} tests failed: ` : ''}${reason ?? perform}`;
const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [`${title} (${lines.length})`, ...lines, ''];

const page = [
  ...section(
    'Covered',
    covered.map(({ id, passed }) => `  ${id} by ${passed} ${passed === 1 ? 'test' : 'tests'}`),
  ),
  ...section('Partly, more to come', covered.filter(({ reason }) => reason !== null).map(told)),
  ...section('Missing', missing.map(told)),
  ...section('Tests of one case with different results', twofold.map(told)),
  ...section(
    'Titles that begin with an id of no case',
    strange.map((id) => `  ${id}`),
  ),
  `${covered.length} of ${due.length} cases due${values.due === undefined ? '' : ` at ${values.due}`} are covered.`,
];
if (values.keep) {
  const date = `${Temporal.Instant.fromEpochMilliseconds(report.startTime).round('second')}`;
  keepReport('cases', { date, ...keptCases(all, tests.filter(({ status }) => status === 'passed').length) });
}
process.stdout.write(`${page.join('\n')}\n`);
const isFaulty = strange.length > 0 || twofold.length > 0 || (values.due !== undefined && missing.length > 0);
process.exitCode = isFaulty ? 1 : 0;
