import process from 'node:process';
import type { Logger } from 'pino';
import { loggableCause } from '../errors/loggable-cause.ts';

/** Keeps the process alive when a promise that nobody waits for is rejected; it is a bug, and is logged as an alert. */
export const outliveDetachedRejections = (log: Logger): void => {
  process.on('unhandledRejection', (reason) => {
    log.error({ event: 'detached-rejection', cause: loggableCause(reason) }, 'A promise nobody waits for was rejected');
  });
};

/** Ends the process on SIGTERM or SIGINT once nothing is in flight. */
export const drainOnTermination = (drain: () => Promise<void>): void => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void drain().finally(() => process.exit(0)));
};
