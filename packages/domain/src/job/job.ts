/** What the worker does without a request (tâches de fond). */
export const jobKinds = [
  'CLOSE_CAMPAIGNS',
  'FOLD_TOTALS',
  'OUTBOX',
  'ACCOUNT_MAIL',
  'PURGE_OUTBOX',
  'TRY_AGAIN',
  'PURGE_RUNS',
  'PURGE_ANSWERS',
  'EXPORTS',
  'EXPIRE_EXPORTS',
  'SEAL_TRAIL',
  'END_BREAK_GLASS',
] as const;
/** One of `jobKinds`. */
export type JobKind = (typeof jobKinds)[number];

/** The kind of the job the worker calls by this name, as `close-campaigns`; null for one nobody listed. */
export const jobKindOf = (name: string): JobKind | null =>
  jobKinds.find((kind) => kind === name.toUpperCase().replaceAll('-', '_')) ?? null;

/** How far one run of a job is (état d’une tâche). */
export const jobStates = ['RUNNING', 'DONE', 'FAILED'] as const;
/** One of `jobStates`. */
export type JobState = (typeof jobStates)[number];
