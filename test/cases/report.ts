import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { keepReport } from '../walls/keep-report.ts';
import { type Case, isCovered, isDueBy, linesOf, type Standing, standings, type ToldTest, unknownIds } from './case-list.ts';
import { keptCases } from './kept-cases.ts';

/** `--due STAGE` asks for what is due by then; `--keep` writes the figures in docs/reports, from the last run of all tests. */
const { values } = parseArgs({ options: { due: { type: 'string' }, results: { type: 'string' }, keep: { type: 'boolean' } } });
const beside = (name: string) => new URL(name, import.meta.url);
const results = values.results ?? new URL('../../node_modules/.cache/guichet/jest-results.json', import.meta.url);

if (!existsSync(results)) {
  process.stderr.write('No results of the tests are kept yet: run pnpm test first.\n');
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
const stage = Number(values.due ?? 4);
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
