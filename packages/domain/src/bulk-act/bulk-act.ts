/** What can be done to several candidacies at once (actes en nombre). */
export const bulkActKinds = ['ASSIGN', 'UNASSIGN', 'LABEL', 'UNLABEL'] as const;
/** One of `bulkActKinds`. */
export type BulkActKind = (typeof bulkActKinds)[number];

/** Outcomes an act may keep of what it did; its table takes no others. */
export const keptOutcomes = ['DONE', 'ALREADY', 'NOT_FOUND', 'WITHDRAWN', 'FULL'] as const;

/**
 * What an act does to one candidacy: done, nothing left to do, none of this school's, withdrawn so that nobody reads it any more, or,
 * foreseen only, more than its reader takes, or given to somebody who does not read (decision 0014).
 */
export const bulkOutcomes = [...keptOutcomes, 'NOT_A_READER'] as const;
/** One of `bulkOutcomes`. */
export type BulkOutcome = (typeof bulkOutcomes)[number];

/** What taking an act back does to one candidacy: as it was before, or left as somebody made it since. */
export const undoOutcomes = ['UNDONE', 'CHANGED_SINCE'] as const;
/** One of `undoOutcomes`. */
export type UndoOutcome = (typeof undoOutcomes)[number];

/** Candidacies one act may name. */
export const mostAtOnce = 100;

/** How long its author may take an act back: 10 minutes from the act (decision 0014). */
export const undoableFor = Temporal.Duration.from({ minutes: 10 });

/** Until when an act may be taken back, that instant included. */
export const undoableUntil = (at: Temporal.Instant): Temporal.Instant => at.add(undoableFor);

/** Why an act cannot be taken back: it was already, or its time is over. */
export type UndoObjection =
  | { readonly reason: 'ALREADY_UNDONE' }
  | { readonly reason: 'TOO_LATE_TO_UNDO'; readonly closedAt: Temporal.Instant };

/** Every objection to taking an act back at an instant. */
export function objectionsToUndo(
  act: { readonly at: Temporal.Instant; readonly undoneAt: Temporal.Instant | null },
  asOf: Temporal.Instant,
): readonly UndoObjection[] {
  if (act.undoneAt !== null) return [{ reason: 'ALREADY_UNDONE' }];
  const closedAt = undoableUntil(act.at);
  return Temporal.Instant.compare(asOf, closedAt) > 0 ? [{ reason: 'TOO_LATE_TO_UNDO', closedAt }] : [];
}
