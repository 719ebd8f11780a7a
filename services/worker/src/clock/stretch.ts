/** What one look of a job came to: how much it did, or why it failed. */
export interface Look {
  readonly done: number;
  readonly cause: string | null;
}

/** Something to write about a job: that it looked, that a stretch of work or failure begins, goes on, or ended with work done. */
export interface Act {
  readonly what: 'pass' | 'begin' | 'go' | 'end';
  readonly id: string;
  readonly done: number;
  readonly cause: string | null;
}

type Stretch = Omit<Act, 'what'>;

/** What is remembered of a job between its looks. */
export interface JobRecord {
  stretch: Stretch | null;
  /** Milliseconds of this process. */
  writtenAt: number;
  passedAt: number;
}

export const newRecord = (): JobRecord => ({ stretch: null, writtenAt: -Infinity, passedAt: -Infinity });

const writeEveryMs = 5000;
const passEveryMs = 15_000;

/** What is to be written after a look; a stretch lasts while looks find something to do, or fail for the same reason. */
export function actsAfter(record: JobRecord, { done, cause }: Look, nowMs: number): readonly Act[] {
  const acts: Act[] = [];
  const { stretch } = record;
  const isActive = done > 0 || cause !== null;
  const goesOn = stretch !== null && isActive && stretch.cause === cause;
  // A failure has ended already, at its last look.
  if (stretch !== null && !goesOn && stretch.cause === null) acts.push({ what: 'end', ...stretch });
  record.stretch = isActive ? { id: crypto.randomUUID(), cause, done: 0, ...(goesOn ? stretch : {}) } : null;
  if (record.stretch !== null) {
    record.stretch = { ...record.stretch, done: record.stretch.done + done };
    const isDue = nowMs - record.writtenAt >= writeEveryMs;
    if (!goesOn || isDue) acts.push({ what: goesOn ? 'go' : 'begin', ...record.stretch });
    if (!goesOn || isDue) record.writtenAt = nowMs;
  }
  if (nowMs - record.passedAt >= passEveryMs) {
    record.passedAt = nowMs;
    acts.push({ what: 'pass', id: '', done: 0, cause: null });
  }
  return acts;
}
