import type { Answered } from './asking/heard.ts';
import { KnownIds } from './asking/known-ids.ts';

/** What a run of the matrix found out; every list but the last two is empty on a sound product. */
export interface Findings {
  /** Words somebody read who may not. */
  readonly leaks: Set<string>;
  /** Rows that moved and were not the caller's to move. */
  readonly moves: Set<string>;
  /** Questions that tell a foreign id from an unknown one. */
  readonly oracles: Set<string>;
  /** Bugs: answers that say it is our fault, or that no budget was left. */
  readonly faults: Set<string>;
  readonly ids: KnownIds;
  readonly answered: Answered;
  /** Mutations that did what they are for, once at least. */
  readonly succeeded: Set<string>;
  operations: number;
}

export const noFindings = (): Findings => ({
  leaks: new Set(),
  moves: new Set(),
  oracles: new Set(),
  faults: new Set(),
  ids: new KnownIds(),
  answered: new Map(),
  succeeded: new Set(),
  operations: 0,
});
