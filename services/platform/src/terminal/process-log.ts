import { type Logger, pino } from 'pino';

/**
 * The log of the process, on its standard error. Lines leave together, some kilobytes or half a second at a time, and all of them when
 * the process ends: written one by one, a line would cost a request more than its bytes are worth.
 */
export const processLog = (level: 'info' | 'warn'): Logger =>
  pino({ level }, pino.destination({ fd: 2, sync: false, minLength: 4096, periodicFlush: 500 }));
