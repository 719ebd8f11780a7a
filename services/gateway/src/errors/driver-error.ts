import { Refused } from './refused.ts';

/** The refusal behind an error of the database or its connection; null when it is a bug, whose words must stay inside. */
export const refusalOfDriver = (error: unknown): Refused | null => {
  const codes = chainOf(error).map((each) => each.code);
  if (codes.some((code) => typeof code === 'string' && lostToConcurrency.test(code))) return new Refused('CONFLICT_RETRY');
  const isAway = codes.some((code) => typeof code === 'string' && unavailable.test(code));
  return isAway || chainOf(error).some(isLostConnection) ? new Refused('UNAVAILABLE', { retryAfter: 1 }) : null;
};

/** Whether another transaction won, as the database or a use-case found, so that the same one may be tried again at once; a lock waited for in vain is no such case. */
export const isLostToOthers = (error: unknown): boolean =>
  chainOf(error).some(({ code }) => code === '40001' || code === '40P01' || code === 'CONFLICT_RETRY');

// Serialization failure, deadlock, lock not available.
const lostToConcurrency = /^(?:40001|40P01|55P03)$/;

// Statement or idle time-out, shutdown, connection lost or refused, no connection free.
const unavailable = /^(?:57014|57P0[1-5]|25P0[34]|08...|53[0-9A-Z]{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

// The driver gives these no code.
const lostConnection = [
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
  'Connection terminated unexpectedly',
  'Connection terminated',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
];

const isLostConnection = ({ message }: Chained): boolean => lostConnection.includes(String(message));

interface Chained {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly previous?: unknown;
  readonly originalError?: unknown;
}

// GraphQL wraps what the driver threw, and a library may.
const chainOf = (error: unknown): readonly Chained[] => {
  const chain: Chained[] = [];
  for (let next: unknown = error; chain.length < 8 && typeof next === 'object' && next !== null; ) {
    const link: Chained = next;
    chain.push(link);
    next = link.cause ?? link.previous ?? link.originalError;
  }
  return chain;
};
