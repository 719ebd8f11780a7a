import { faultOfText, type TextFault } from '../text/plain-text.ts';
import type { ApiScope } from './api-scope.ts';

/** Days a key stands when nobody says how long (decided per consortium). */
export const usualDays = 90;
/** Days a key stands at most: a year (decided per consortium). */
export const mostDays = 366;
/** Hours the old secret stands beside the new one after a rotation (api.md, section 9). */
export const overlapHours = 24;
/** Keys of one school that stand at the same time, at most. */
export const mostKeys = 50;
/** Longest name of a key, in code points. */
export const longestKeyName = 80;

/** What is asked for a new key. */
export interface WantedKey {
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly expiresAt: Temporal.Instant;
}

/** Why a key is refused; `path` leads to the answer. */
export interface KeyFault {
  readonly reason: TextFault | 'BLANK' | 'NO_SCOPE' | 'EXPIRY_PASSED' | 'EXPIRY_TOO_FAR' | 'TOO_MANY_KEYS';
  readonly path: readonly string[];
  readonly max?: number;
}

/** When a key ends: as asked, else after 90 days. */
export const expiryOf = (asked: Temporal.Instant | null, asOf: Temporal.Instant): Temporal.Instant =>
  asked ?? asOf.add({ hours: usualDays * 24 });

/** A new key has a plain name, at least one scope and an end within a year, and its school fewer than fifty that stand. */
export const faultsOfNewKey = (
  { name, scopes, expiresAt }: WantedKey,
  { standing, asOf }: { readonly standing: number; readonly asOf: Temporal.Instant },
): KeyFault[] => [
  ...faultsOfName(name),
  ...(scopes.length === 0 ? [{ reason: 'NO_SCOPE', path: ['scopes'] } as const] : []),
  ...faultsOfExpiry(expiresAt, asOf),
  ...(standing >= mostKeys ? [{ reason: 'TOO_MANY_KEYS', path: [], max: mostKeys } as const] : []),
];

/** A key ends in the future, and within a year. */
export function faultsOfExpiry(expiresAt: Temporal.Instant, asOf: Temporal.Instant): KeyFault[] {
  const path = ['expiresAt'];
  if (Temporal.Instant.compare(expiresAt, asOf) <= 0) return [{ reason: 'EXPIRY_PASSED', path }];
  const isTooFar = Temporal.Instant.compare(expiresAt, asOf.add({ hours: mostDays * 24 })) > 0;
  return isTooFar ? [{ reason: 'EXPIRY_TOO_FAR', path, max: mostDays }] : [];
}

function faultsOfName(name: string): KeyFault[] {
  const path = ['name'];
  const reason = faultOfText(name, { max: longestKeyName, multiline: false }) ?? (name === '' ? 'BLANK' : null);
  if (reason === null) return [];
  return [reason === 'TEXT_TOO_LONG' ? { reason, path, max: longestKeyName } : { reason, path }];
}

/** The instants a key's life is judged by. */
export interface KeyLife {
  readonly expiresAt: Temporal.Instant;
  readonly revokedAt: Temporal.Instant | null;
}

/** A key stands until it expires or is revoked; at the instant itself it stands no more. */
export const stands = ({ expiresAt, revokedAt }: KeyLife, asOf: Temporal.Instant): boolean =>
  revokedAt === null && Temporal.Instant.compare(asOf, expiresAt) < 0;

/** A secret of a standing key answers until its own end, if a rotation gave it one. */
export const answers = (key: KeyLife & { readonly endsAt: Temporal.Instant | null }, asOf: Temporal.Instant): boolean =>
  stands(key, asOf) && (key.endsAt === null || Temporal.Instant.compare(asOf, key.endsAt) < 0);

/** When the old secret ends after a rotation: 24 hours later, and never after the key would have ended, nor after it ends now. */
export const endOfOldSecret = (ends: readonly Temporal.Instant[], asOf: Temporal.Instant): Temporal.Instant =>
  ends.reduce((first, end) => (Temporal.Instant.compare(end, first) < 0 ? end : first), asOf.add({ hours: overlapHours }));
