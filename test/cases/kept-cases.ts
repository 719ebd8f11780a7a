import { isCovered, isDueBy, type Standing } from './case-list.ts';

/** What is kept of a count of the cases: how many are due at each stage and stand, and which do not. */
export interface KeptCases {
  readonly covered: number;
  readonly of: number;
  readonly dueNow: number;
  readonly coveredNow: number;
  /** Cases due at the first stage without a passing test. */
  readonly missingNow: readonly string[];
  readonly tests: number;
  /** Cases of any stage that a passing test carries and no failing one. */
  readonly standing: readonly string[];
}

/** Figures of all cases, and of those due at the first stage. */
export function keptCases(all: readonly Standing[], tests: number): KeptCases {
  const now = all.filter((each) => isDueBy(each, 1));
  return {
    covered: all.filter(isCovered).length,
    of: all.length,
    dueNow: now.length,
    coveredNow: now.filter(isCovered).length,
    missingNow: now.filter((each) => !isCovered(each)).map(({ id }) => id),
    tests,
    standing: all.filter(isCovered).map(({ id }) => id),
  };
}
