import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { reportFile, root } from '../../walls/keep-report.ts';
import { goalsOf } from '../goals.ts';
import { ratiosOf } from '../measure/ratios.ts';
import type { Turn } from '../measure/rounds.ts';
import { type KeptReport, performancePage } from '../page.ts';

const turn = (perSecond: number): Turn => ({
  perSecond,
  answered: 1,
  bad: 0,
  firstBad: null,
  seconds: 1,
  p50: 1,
  p99: 2,
  server: 1,
  database: 1,
  megabytes: 100,
});
const turns = (...perSecond: number[]) => perSecond.map(turn);

const report: KeptReport = {
  date: '2027-02-01T09:00:00Z',
  commit: 'abc',
  form: 'quick',
  machine: 'a machine',
  rows: 60_000,
  workloads: { D: { limit: ratiosOf(turns(50, 40, 90), turns(100, 100, 100)) } },
  figures: {},
  scoping: { throughputRatio: 0.8, p99Ratio: 1.2, withPolicies: { throughputRatio: 0.7, p99Ratio: 1.3 } },
  policies: null,
  statements: { L: 1 },
  growth: null,
  rssMb: 0,
};

test('a ratio is the median of the rounds, each of its own pair', () => {
  expect(ratiosOf(turns(50, 40, 90), turns(100, 20, 100))).toMatchObject({ throughputRatio: 0.9, rounds: 3 });
});

test('a goal that is missed is told, and so is a promise that is kept all the same', () => {
  const told = new Map(goalsOf(report).map(({ what, ...goal }) => [what, goal]));
  expect(told.get('D: throughput ÷ limit')).toMatchObject({ measured: 0.5, isReached: false, isKept: true });
  expect(told.get('Scoping, D: p99 ÷ unscoped')).toMatchObject({ isReached: true, isKept: true });
  expect(told.get('L: throughput ÷ naive')).toMatchObject({ measured: null, isReached: null, isKept: null });
});

test('the page says what the report says, and nothing is written by hand', () => {
  expect(performancePage(report)).toContain(
    '| D: throughput ÷ limit | 0.50 | at least 0.55 | not reached | at least 0.4 | reached |',
  );
  if (!existsSync(reportFile('bench'))) return;
  const kept = JSON.parse(readFileSync(reportFile('bench'), 'utf8')) as KeptReport;
  expect(readFileSync(join(root, 'docs/performance.md'), 'utf8')).toBe(performancePage(kept));
});
