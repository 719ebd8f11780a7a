import { existsSync, readFileSync } from 'node:fs';
import { reportFile } from '../walls/keep-report.ts';

/** What a long proof left behind: its date and commit, and whatever figures it counts. */
export interface Report {
  readonly date: string;
  /** Null where the tree that was tried came without its history. */
  readonly commit: string | null;
  readonly [figure: string]: unknown;
}

/** Reports by name; null for a proof that was never run in its long form. */
export type Reports = (name: string) => Report | null;

/** The reports kept in the tree. */
export const keptReports: Reports = (name) => {
  const file = reportFile(name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null;
};

/** One figure by the way to it, `rank.best.scoredOn`; a report that lacks it is refused, so that no page says less than it seems. */
export function figure(report: Report, way: string): unknown {
  const found = way.split('.').reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], report);
  if (found === undefined) throw new Error(`The report of ${report.date} holds no ${way}: ${Object.keys(report).join(', ')}`);
  return found;
}

/** A number written with a comma between thousands; a list by how long it is. */
export function counted(report: Report, way: string): string {
  const found = figure(report, way);
  return Number(Array.isArray(found) ? found.length : found).toLocaleString('en-GB', { maximumFractionDigits: 2 });
}

/** A share of one as so many of a hundred. */
export const percent = (report: Report, way: string): string => `${(Number(figure(report, way)) * 100).toFixed(1)} %`;

/** The sum of one figure over a list of runs; of a list in each, how long they are together. */
export function summed(report: Report, runs: string, name: string): string {
  const counts = (figure(report, runs) as readonly Record<string, unknown>[]).map((run, at) => {
    const found = figure(report, `${runs}.${at}.${name}`);
    return Array.isArray(run[name]) ? run[name].length : Number(found);
  });
  return counts.reduce((sum, count) => sum + count, 0).toLocaleString('en-GB');
}
