import { dateInFull } from '@guichet/domain/text/date-in-full';
import type { Locale } from '../http/locale.ts';
import { codeWords, type UserErrorCode, type UserErrorType } from './user-error.type.ts';

/** An objection as a rule returns it: its reason, the facts it names, and where in the input it stands. */
export interface Objection {
  readonly reason: UserErrorCode;
  readonly path?: readonly string[] | null;
  readonly closedAt?: Temporal.Instant;
  readonly opensAt?: Temporal.Instant;
  readonly currentVersion?: number;
  readonly item?: { readonly reason: UserErrorCode; readonly path: readonly string[]; readonly max?: number };
  readonly [fact: string]: unknown;
}

/** Words an objection in the reader's language; dates are written in full, in the zone they were announced in. */
export const worded =
  (locale: Locale, zone = 'Europe/Paris') =>
  (objection: Objection): UserErrorType => ({
    ...objection,
    code: objection.reason,
    message: messageOf(objection, locale, zone),
    path: objection.item?.path ?? objection.path ?? null,
  });

/** The sentence for an objection, its facts filled in. */
export function messageOf(objection: Objection, locale: Locale, zone: string): string {
  const { item, closedAt, opensAt } = objection;
  const at = closedAt ?? opensAt;
  const facts: Record<string, unknown> = {
    ...objection,
    ...(at ? { date: dateInFull(at, locale, zone) } : {}),
    // The item says in its own words how to mend it; its full stop would stand twice.
    ...(item ? { item: messageOf(item, locale, zone).replace(/\.$/, '') } : {}),
  };
  return codeWords[objection.reason][locale].replaceAll(/\{(\w+)\}/g, (_, fact: string) => textOf(facts[fact]));
}

/** Facts are words and numbers; anything else has no place in a sentence. */
const textOf = (fact: unknown) => (typeof fact === 'string' || typeof fact === 'number' ? String(fact) : '');
