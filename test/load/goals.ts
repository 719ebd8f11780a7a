import type { BenchReport } from './report.ts';

/** What was promised for one figure, and whether this run reached it. */
export interface Goal {
  readonly what: string;
  readonly measured: number | null;
  /** What the figure is to be, in words, and its test. */
  readonly goal: string;
  readonly isReached: boolean | null;
  /** The least acceptable; null where none is named. */
  readonly promise: string | null;
  readonly isKept: boolean | null;
}

type Bound = readonly ['at least' | 'at most', number];
type Line = readonly [what: string, of: (report: BenchReport) => number | null | undefined, goal: Bound, promise: Bound | null];

const ratio = (workload: 'L' | 'D' | 'S', peer: string) => (report: BenchReport) =>
  report.workloads[workload]?.[peer]?.throughputRatio;

/** Goals of the issue, with the promises of the design beside them. */
const lines: readonly Line[] = [
  ['L: throughput ÷ leanest GraphQL under the same scoping', ratio('L', 'leanest'), ['at least', 0.9], ['at least', 0.6]],
  ['L: throughput ÷ PostGraphile', ratio('L', 'postgraphile'), ['at least', 2.5], ['at least', 1.7]],
  ['L: throughput ÷ mercurius', ratio('L', 'mercurius'), ['at least', 1.4], ['at least', 1.05]],
  ['L: throughput ÷ naive', ratio('L', 'naive'), ['at least', 15], ['at least', 9]],
  ['D: throughput ÷ limit', ratio('D', 'limit'), ['at least', 0.55], ['at least', 0.4]],
  ['D: throughput ÷ PostGraphile', ratio('D', 'postgraphile'), ['at least', 2.3], ['at least', 1.8]],
  ['D: throughput ÷ mercurius', ratio('D', 'mercurius'), ['at least', 2.4], ['at least', 1.9]],
  ['S: throughput ÷ limit', ratio('S', 'limit'), ['at least', 0.7], null],
  ['S: throughput ÷ PostGraphile', ratio('S', 'postgraphile'), ['at least', 1.9], null],
  ['Scoping, D: throughput ÷ unscoped', ({ scoping }) => scoping?.throughputRatio, ['at least', 0.85], ['at least', 0.75]],
  ['Scoping, D: p99 ÷ unscoped', ({ scoping }) => scoping?.p99Ratio, ['at most', 1.5], ['at most', 2]],
  [
    'Policies, L: database processor time ÷ without',
    ({ policies }) => policies?.databaseRatio,
    ['at most', 1.1],
    ['at most', 1.3],
  ],
  [
    'Growth, L: throughput kept ÷ what the limit keeps',
    ({ growth }) => growth && growth.ours / growth.limit,
    ['at least', 0.9],
    null,
  ],
  ['Growth, L: throughput kept', ({ growth }) => growth?.ours, ['at least', 0.55], ['at least', 0.55]],
  ['Memory under L, MB', ({ rssMb }) => (rssMb > 0 ? rssMb : null), ['at most', 300], ['at most', 450]],
];

/** Each goal beside what was measured; null where this run did not measure it. */
export const goalsOf = (report: BenchReport): readonly Goal[] =>
  lines.map(([what, of, goal, promise]) => {
    const measured = of(report) ?? null;
    const holds = ([side, bound]: Bound) =>
      measured === null ? null : side === 'at least' ? measured >= bound : measured <= bound;
    return {
      what,
      measured,
      goal: goal.join(' '),
      isReached: holds(goal),
      promise: promise?.join(' ') ?? null,
      isKept: promise === null ? null : holds(promise),
    };
  });
