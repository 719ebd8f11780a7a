import { Refused } from './refused.ts';

/** The refusal behind an error of the database or its connection; null when it is a bug, whose words must stay inside. */
export const refusalOfDriver = (error: unknown): Refused | null => {
  const codes = chainOf(error).map((each) => each.code);
  if (codes.some((code) => typeof code === 'string' && lostToConcurrency.test(code))) return new Refused('CONFLICT_RETRY');
  const isAway = codes.some((code) => typeof code === 'string' && unavailable.test(code));
  return isAway || chainOf(error).some(isPoolTimeout) ? new Refused('UNAVAILABLE', { retryAfter: 1 }) : null;
};

// Serialization failure, deadlock, lock not available.
const lostToConcurrency = /^(?:40001|40P01|55P03)$/;

// Statement or idle time-out, shutdown, connection lost or refused, no connection free.
const unavailable = /^(?:57014|57P0[1-5]|25P0[34]|08...|53[0-9A-Z]{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

const isPoolTimeout = (error: Chained): boolean =>
  error.message === 'timeout exceeded when trying to connect' ||
  error.message === 'Connection terminated due to connection timeout';

interface Chained {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly previous?: unknown;
  readonly originalError?: unknown;
}

// The entity manager and GraphQL both wrap what the driver threw.
const chainOf = (error: unknown): readonly Chained[] => {
  const chain: Chained[] = [];
  for (let next: unknown = error; chain.length < 8 && typeof next === 'object' && next !== null; ) {
    const link: Chained = next;
    chain.push(link);
    next = link.cause ?? link.previous ?? link.originalError;
  }
  return chain;
};
