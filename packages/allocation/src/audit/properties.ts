import type { Id } from '../market/market.ts';

/** What a published result promises, one sentence each; the checker names them when one fails. */
export const properties = {
  P1: 'no quota is exceeded',
  P2: 'no justified envy: nobody prefers a programme with a usable seat, or one that admitted someone it would drop for them',
  P3: 'no stable matching gives anyone better',
  P8: 'displayed ranks never get worse and an offer is never taken back',
  P9: 'no new offer goes past someone eligible and better placed who waits',
  P10: 'a free seat and a waiting list never coexist after a run',
  P12: 'the sealed input and the log of events give exactly these bytes',
  R1: 'who is not ranked is refused, and equals are treated equally',
  R2: 'the call order follows the minimum rates',
  R9: 'displayed waiting ranks and last ranks called follow their rule',
} as const;
export type Property = keyof typeof properties;

/** One property that fails, where, for whom, and the counter-example. */
export interface Violation {
  readonly property: Property;
  readonly programme: Id | null;
  readonly candidate: Id | null;
  readonly explanation: string;
}

/** A violation of nobody in particular when no one is named. */
export const violation = (property: Property, explanation: string, at: Where = {}): Violation => ({
  property,
  programme: at.programme ?? null,
  candidate: at.candidate ?? null,
  explanation,
});

/** Equality of JSON values; the order of keys means nothing. Depth is that of results: a handful. */
export function isSameJson(one: unknown, other: unknown): boolean {
  const left: unknown[] = [one];
  const right: unknown[] = [other];
  while (left.length > 0) {
    const [a, b] = [left.pop(), right.pop()];
    if (Object.is(a, b)) continue;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b))
      return false;
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length || !keys.every((key) => Object.hasOwn(b, key))) return false;
    for (const key of keys) {
      left.push((a as Record<string, unknown>)[key]);
      right.push((b as Record<string, unknown>)[key]);
    }
  }
  return true;
}

/** The own entry of an object that may come from anywhere. */
export const entry = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;

/** The own keys of an object that may come from anywhere. */
export const keysOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];

/** Where a violation is: a programme, a candidate, both or neither. */
export interface Where {
  readonly programme?: Id;
  readonly candidate?: Id;
}

/** An id as written in a report. */
export const quoted = (id: Id | null): string => (id === null ? '-' : JSON.stringify(id));
