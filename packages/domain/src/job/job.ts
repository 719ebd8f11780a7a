/** What the worker does without a request (tâches de fond). */
export const jobKinds = [
  'CLOSE_CAMPAIGNS',
  'FOLD_TOTALS',
  'OUTBOX',
  'ACCOUNT_MAIL',
  'PURGE_OUTBOX',
  'EXPORT',
  'SEAL_TRAIL',
  'END_BREAK_GLASS',
] as const;
/** One of `jobKinds`. */
export type JobKind = (typeof jobKinds)[number];

/** How far one run of a job is (état d’une tâche). */
export const jobStates = ['RUNNING', 'DONE', 'FAILED'] as const;
/** One of `jobStates`. */
export type JobState = (typeof jobStates)[number];
