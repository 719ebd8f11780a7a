import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportFile } from '../../walls/keep-report.ts';

const template = readFileSync(join(import.meta.dirname, 'capacity.template.md'), 'utf8');

/** A report as it is kept; figures are looked up by path, and may be absent. */
export type Report = Readonly<Record<string, unknown>> | null;

export interface Reports {
  readonly machines: Report;
  readonly bench: Report;
}

export const keptReports = (): Reports => ({ machines: kept('past-one-machine'), bench: kept('bench') });

const kept = (name: string): Report =>
  existsSync(reportFile(name)) ? (JSON.parse(readFileSync(reportFile(name), 'utf8')) as Report) : null;

const absent = 'not yet measured';

/** docs/capacity.md: the words of the template, with the figures of these reports. */
export function capacityPage(reports: Reports): string {
  const told = figuresOf(reports);
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    if (!(name in told)) throw new Error(`No figure is called ${name}`);
    return told[name] ?? absent;
  });
}

type Figures = Readonly<Record<string, string | null>>;

function figuresOf({ machines, bench }: Reports): Figures {
  const number = (path: string) => numberAt(machines, path);
  const shown = (path: string, unit = '') => (number(path) === null ? null : `${grouped(number(path) ?? 0)}${unit}`);
  const isShared = (number('load') ?? 0) > 1;
  const bytes = number('crowd.bytesPerCandidacy');
  return {
    measuredOn: machines === null ? null : measuredOn(machines, isShared),
    dashboard: isShared ? null : shown('cost.dashboard.namedPerSecond'),
    queue: isShared ? null : shown('cost.queue.namedPerSecond'),
    bench: benchOf(bench),
    memory: numberAt(bench, 'rssMb') === null ? null : `${Math.round(numberAt(bench, 'rssMb') ?? 0)} MB`,
    lastMinute:
      number('last-minute.accepted') === null
        ? null
        : `${shown('last-minute.submissions')} × 5 schools in 12 s: ${shown('last-minute.accepted')} taken whole, ${shown('last-minute.refused')} after the deadline refused, ${number('last-minute.missed')} missed`,
    lastMinuteTimes:
      number('last-minute.p95Ms') === null
        ? null
        : ['medianMs', 'p95Ms', 'slowestMs'].map((name) => `${shown(`last-minute.${name}`)} ms`).join(', '),
    kills:
      number('crowd.kills') === null
        ? null
        : `${shown('crowd.kills')}; ${shown('crowd.acknowledged')} submissions acknowledged, ${number('crowd.findings.lost')} lost, ${number('crowd.findings.duplicates')} twice, ${number('crowd.signedIn.signedOut')} people signed out`,
    walPerSubmission:
      number('crowd.logBytesPerSubmission') === null ? null : kilobytes(number('crowd.logBytesPerSubmission') ?? 0),
    bytesPerCandidacy: bytes === null ? null : kilobytes(bytes),
    million: bytes === null ? null : `about ${grouped(Math.ceil((bytes * 1e6) / 2 ** 30))} GB`,
    machinesRun:
      machines === null
        ? null
        : `HAProxy ${textAt(machines, 'versions.haproxy')}, PgBouncer ${textAt(machines, 'versions.pgbouncer')}, ${shown('tenancy-and-copy.matrix.operations')} operations of the isolation matrix by way of the balancer with ${faultsAt(machines, 'tenancy-and-copy')} leaks or oracles`,
    scope:
      number('scope.requests') === null
        ? null
        : `${shown('scope.requests')} requests of three schools over two connections, ${number('scope.wrong')} read as somebody else`,
    unnamed: pair(machines, 'unnamedRatio'),
    pooled: pair(machines, 'pooledRatio'),
    copy:
      number('tenancy-and-copy.copy.exportsFromCopy') === null
        ? null
        : `${shown('tenancy-and-copy.copy.exportsFromCopy')} export(s) and ${shown('tenancy-and-copy.copy.countsFromCopy')} count(s) from the copy, and ${shown('tenancy-and-copy.copy.countsFromPrimary')} from the primary while the copy stood still, all of them right`,
  };
}

/** Where, when and beside what. */
function measuredOn(machines: Report, isShared: boolean): string {
  const [machine, commit] = [
    textAt(machines, 'machine') ?? 'a machine that was not noted',
    textAt(machines, 'commit') ?? 'unknown',
  ];
  const beside = isShared
    ? ` The machine was busy with other work (load ${numberAt(machines, 'load')}): times and ratios are worse than they are alone, and figures a second are left out.`
    : '';
  const form = at(machines, 'quick') === true ? ' The quick form was run.' : '';
  return `Measured on ${dateOf(machines)}, ${machine}, at commit ${commit.slice(0, 12)}.${form}${beside}`;
}

/** Our ratio to each peer, where the bench kept a report. */
function benchOf(bench: Report): string | null {
  const ratios = ['L', 'D', 'S'].flatMap((workload) =>
    ['limit', 'leanest'].flatMap((peer) => {
      const ratio = numberAt(bench, `workloads.${workload}.${peer}.throughputRatio`);
      return ratio === null ? [] : [`${workload} ${ratio.toFixed(2)} of the ${peer}`];
    }),
  );
  return ratios.length === 0 ? null : ratios.join(', ');
}

function pair(machines: Report, ratio: string): string | null {
  const both = ['dashboard', 'queue'].map((name) => numberAt(machines, `cost.${name}.${ratio}`));
  return both.includes(null) ? null : both.map((each) => (each ?? 0).toFixed(2)).join(', ');
}

function at(report: Report, path: string): unknown {
  return path.split('.').reduce<unknown>((found, name) => (found as Record<string, unknown> | null | undefined)?.[name], report);
}

function numberAt(report: Report, path: string): number | null {
  const found = at(report, path);
  return typeof found === 'number' && Number.isFinite(found) ? found : null;
}

function textAt(report: Report, path: string): string | null {
  const found = at(report, path);
  return typeof found === 'string' ? found : null;
}

const faultsAt = (report: Report, name: string) => (at(report, `${name}.faults`) as readonly string[] | undefined)?.length ?? 0;
const dateOf = (report: Report) => textAt(report, 'date')?.slice(0, 10) ?? absent;
const grouped = (value: number) => Math.round(value).toLocaleString('en').replaceAll(',', ' ');
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;
