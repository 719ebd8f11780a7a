import type { Answered, LastTold } from './asking/heard.ts';
import { KnownIds } from './asking/known-ids.ts';

/** What a run of the matrix found out; every set above `answered` is empty on a sound product. */
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
  readonly lastTold: LastTold;
  /** What the logs held that they may not, and how many lines there were at the most talkative level. */
  readonly inLogs: Set<string>;
  logLines: number;
  /** Planted words that somebody was told who may be. */
  readonly heard: Set<string>;
  /** Who was given the file of an export. */
  readonly filesRead: Set<string>;
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
  lastTold: new Map(),
  inLogs: new Set(),
  logLines: 0,
  heard: new Set(),
  filesRead: new Set(),
  succeeded: new Set(),
  operations: 0,
});
