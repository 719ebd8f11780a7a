import type { BulkOutcome } from './bulk-act.ts';

/** One candidacy asked for with one reader or label, and what is known of it. */
export interface Foreseeable {
  /** False for an id that is none of the school's. */
  readonly isKnown: boolean;
  /** The same pair stands earlier in the list. */
  readonly isRepeated: boolean;
  readonly isWithdrawn: boolean;
  /** The candidacy has this reader, or bears this label. */
  readonly isHeld: boolean;
  /** False for somebody who holds no function of reviewer, or left; true where no reader is meant. */
  readonly isReader: boolean;
}

/** What an act would do to one candidacy, its reader's load apart. */
export function foreseen(
  { isKnown, isRepeated, isWithdrawn, isHeld, isReader }: Foreseeable,
  kind: 'ASSIGN' | 'UNASSIGN' | 'LABEL' | 'UNLABEL',
): BulkOutcome {
  // Whatever the candidacy: the act is refused before it looks at one.
  if (kind === 'ASSIGN' && !isReader) return 'NOT_A_READER';
  if (!isKnown) return 'NOT_FOUND';
  if (kind === 'ASSIGN' && isWithdrawn) return 'WITHDRAWN';
  const adds = kind === 'ASSIGN' || kind === 'LABEL';
  return isRepeated || isHeld === adds ? 'ALREADY' : 'DONE';
}
