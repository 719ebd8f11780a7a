import { setTimeout as pause } from 'node:timers/promises';

/** Where a job writes what an operator should know: names and codes, nothing personal. */
export interface JobLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Something done again and again without a request. */
export interface Job {
  readonly name: string;
  /** Pause between two looks, give or take a fifth, so that several workers do not look at the same instant. */
  readonly everyMs: number;
  /** Does what there is to do and says how much that was; above zero it is asked again at once. */
  readonly run: () => Promise<number>;
}

export interface RunningJob {
  /** Looks no more, and resolves once what is in hand is done. */
  stop(): Promise<void>;
}

/** Runs a job until it is stopped; a failure is told and waited out, never died of. */
export function every(job: Job, log: JobLog): RunningJob {
  const stopping = new AbortController();
  const running = run(job, log, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function run({ name, everyMs, run: once }: Job, log: JobLog, signal: AbortSignal) {
  while (!signal.aborted) {
    const done = await once().catch((error: unknown) => {
      const fields = { event: 'job-failed', job: name, cause: causeOf(error) };
      if (isPutOff(error)) log.warn(fields, 'a job was put off');
      else log.error(fields, 'a job could not run');
      return 0;
    });
    if (done > 0) continue;
    await pause(everyMs * (0.8 + 0.4 * Math.random()), undefined, { signal }).catch(() => {});
  }
}

/** Class and code only: messages of drivers and servers repeat values. */
export function causeOf(error: unknown): string {
  const { code, responseCode, name } = error as { code?: unknown; responseCode?: unknown; name?: unknown };
  const parts = [name, code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number');
  return parts.join(' ').slice(0, 80) || 'unknown';
}

/** Connections lost or refused, locks and serialization, a server that is full or stopping: what the next look mends by itself. */
const passing = /^(?:08|40|53|55|57)[0-9A-Z]{3}$|^E(?:CONN|PIPE|TIMEDOUT|HOSTUNREACH)/;

/** Whether a failure passes: the job is put off to its next look, and nobody needs to mend anything. */
export function isPutOff(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && passing.test(code)) return true;
  // The driver gives no code where its pool ran out of connections or of time.
  return typeof message === 'string' && /timeout exceeded when trying to connect|Connection terminated/.test(message);
}
