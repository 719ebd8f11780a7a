import type { Turn } from './rounds.ts';

/** Ours ÷ a peer's, each the median over the rounds in which both had a turn. */
export interface Ratios {
  readonly throughputRatio: number;
  readonly cpuRatio: number;
  readonly p99Ratio: number;
  readonly rounds: number;
}

export function ratiosOf(ours: readonly Turn[], theirs: readonly Turn[]): Ratios {
  const ratio = (of: (turn: Turn) => number) => medianOf(ours.map((turn, index) => of(turn) / of(theirs[index] as Turn)));
  return {
    throughputRatio: ratio(({ perSecond }) => perSecond),
    cpuRatio: ratio(({ server, database }) => server + database),
    p99Ratio: ratio(({ p99 }) => p99),
    rounds: ours.length,
  };
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
