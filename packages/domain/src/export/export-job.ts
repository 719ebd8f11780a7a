/** The formats of an export (format). */
export const exportFormats = ['CSV', 'XLSX', 'JSON_LINES'] as const;
/** One of `exportFormats`. */
export type ExportFormat = (typeof exportFormats)[number];

/** Life of an export: waiting, being written, ready, failed, cancelled by somebody of the school, or its bytes gone after a day. */
export const exportStates = ['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'EXPIRED'] as const;
/** One of `exportStates`. */
export type ExportState = (typeof exportStates)[number];

/** Why an export failed: its requester lost the right meanwhile, or it could not be written after several attempts. */
export const exportFailures = ['RIGHT_LOST', 'NOT_WRITTEN'] as const;
/** One of `exportFailures`. */
export type ExportFailure = (typeof exportFailures)[number];

/** How long the bytes of an export are kept, from when it is ready. */
export const exportKeeping = { hours: 24 } as const;

/** After so many attempts (a worker killed, a conflict) an export is given up. */
export const exportAttempts = 5;

/** Whether an export may still be cancelled: nothing of it can be had yet. */
export const isCancellable = (state: ExportState): boolean => state === 'QUEUED' || state === 'RUNNING';

/** Whether its bytes may be had: for a day from when it is ready, by the clock, whether or not a worker has taken them away since. */
export const isFetchable = (
  { state, expiresAt }: { readonly state: ExportState; readonly expiresAt: Temporal.Instant | null },
  asOf: Temporal.Instant,
): boolean => state === 'DONE' && expiresAt !== null && Temporal.Instant.compare(asOf, expiresAt) < 0;
