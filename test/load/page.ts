import { goalsOf } from './goals.ts';
import type { BenchReport, Figures } from './report.ts';
import { standsInTheWay } from './why.ts';

/** A report as it is kept: what was measured, when, and of which commit. */
export type KeptReport = BenchReport & { readonly date: string; readonly commit: string | null; readonly form: 'quick' | 'full' };

const verdict = (is: boolean | null) => (is === null ? '–' : is ? 'reached' : 'not reached');
const number = (value: number | null) => (value === null ? 'not measured' : value >= 10 ? value.toFixed(0) : value.toFixed(2));
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** docs/performance.md, from the report alone. */
export function performancePage(report: KeptReport): string {
  const goals = goalsOf(report).map(({ what, measured, goal, isReached, promise, isKept }) =>
    row([what, number(measured), goal, verdict(isReached), promise ?? '–', verdict(isKept)]),
  );
  return [
    '# Performance',
    '',
    '<!-- Written by `pnpm bench` from docs/reports/bench.json: change the program, not this page. -->',
    '',
    `Measured on ${report.date.slice(0, 10)} (commit ${report.commit ?? 'unknown'}) by the ${report.form} form of \`pnpm bench\`, on ${report.machine}, with`,
    `${report.rows.toLocaleString('en')} candidacies. Every ratio is Guichet's figure ÷ the other's: the median over rounds in which all servers, up together, were loaded in`,
    'turn, A B C … C B A, after each had been loaded for some seconds that do not count. Only ratios of one run may be compared; a run beside other work on the machine says less.',
    '',
    '## Goals',
    '',
    row(['what', 'measured', 'goal', '', 'promise', '']),
    row(['---', '---:', '---', '---', '---', '---']),
    ...goals,
    '',
    ...Object.entries(report.workloads).flatMap(([workload, peers]) => [
      ...headingOf(workload as Workload),
      row(['server', 'req/s', 'p50 ms', 'p99 ms', 'server ms', 'database ms', 'MB', 'throughput', 'processor', 'p99']),
      row(['---', ...Array.from({ length: 9 }, () => '---:')]),
      ...Object.entries(report.figures[workload as Workload] ?? {}).map(([name, figures]) => lineOf(name, figures, peers[name])),
      '',
    ]),
    '## What stands in the way',
    '',
    ...standsInTheWay(report),
    '',
    '## How it is measured',
    '',
    ...method,
    `- Statements a request, without look-up of who asks and scope: ${Object.entries(report.statements)
      .map(([workload, count]) => `${workload} ${count}`)
      .join(', ')}.`,
    '',
  ].join('\n');
}

type Workload = keyof BenchReport['workloads'];

const words = {
  L: "a school's list: fifty candidacies of one state by arrival, first and second pages, with names, specialism, three labels and two notes each",
  D: "a candidate's dashboard: one application, three candidacies, five years of study",
  S: 'a submission to three schools: one transaction',
} as const;

const headingOf = (workload: Workload) => [
  `## ${workload}: ${words[workload]}`,
  '',
  'The last three columns are Guichet ÷ that server.',
  '',
];

function lineOf(name: string, { perSecond, p50, p99, server, database, megabytes }: Figures, ratios?: RatiosOf): string {
  const own = [
    perSecond.toFixed(0),
    p50.toFixed(1),
    p99.toFixed(1),
    server.toFixed(3),
    database.toFixed(3),
    megabytes.toFixed(0),
  ];
  const ours = ratios ? [ratios.throughputRatio, ratios.cpuRatio, ratios.p99Ratio].map((each) => each.toFixed(2)) : ['', '', ''];
  return row([name, ...own, ...ours]);
}

type RatiosOf = NonNullable<BenchReport['workloads']['L']>[string];

const method = [
  '- PostgreSQL of its own with `fsync` and `synchronous_commit` on, the migrations and roles of the product, all rows in memory; one process a server, eight connections for rows, 32',
  '  keep-alive connections of clients in another process. Guichet is the gateway as it is served in production: rules, masking, limits and logging on; only its bucket is',
  '  raised, by `GUICHET_BUDGET`.',
  '- Every server identifies its caller by a prepared look-up of the session cookie, and reads the tables of the product; all but Guichet and `leanest` through a login past',
  '  row-level security that exists on the bench alone.',
  '- Answers of all are compared with the limit’s before a figure counts, and read during the run: an answer that differs ends it.',
  '- Until reviews and documents exist: L sorts by arrival, three labels stand for documents; two notes, and when and whether it was opened, for reviews; D takes five',
  '  years of study for documents.',
  '- S, every server: read the draft and the notices, decide by the same rules, then in one transaction idempotency row, snapshot, three copies and candidacies, outbox, trails.',
  '- `limit` is bare node:http and one prepared statement that builds the JSON (S: two); `leanest` the same statements behind a compiled executor, under role and policies (S: its',
  '  writes in one round trip); `postgraphile` 5 on its Amber preset, `explain` off, with computed-column functions; `mercurius` with jit and its batching loaders; `naive` the libraries of',
  '  Guichet as their first pages show them: entities on reads, express adapter, shield on every field, default plugins.',
  '- `limit`, `leanest` and Guichet find the ids of specialisms, labels and newest notes on the candidacy’s row (decision 0047), which the gateway alone has to keep; the other peers read the relations.',
  '- Scoping is measured on `leanest`, which sends the product’s own scope, past the policies, beside itself without; policies on the gateway, beside a gateway on a copy of the',
  '  database whose row-level security is off.',
  '- Guichet sends readings that wait together and looks up together who asks (decision 0045): what its users have of it, and no peer does. It has the flags of `pnpm start`, one of which bounds the old',
  '  generation; the young generation of all servers is alike.',
];
