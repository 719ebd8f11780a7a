import type { SchoolFunction } from '@guichet/domain/account/school-function';
import type { ApiScope } from '@guichet/domain/key/api-scope';
import type { Claims } from './seal.ts';

/** What a request is made as; one per request, never remembered (casquette). */
export interface Hat extends Claims {
  readonly kind: 'public' | 'person' | 'candidate' | 'school' | 'reviewer' | 'consortium' | 'key' | 'system';
  /** Functions in the acting school; empty for every other kind. */
  readonly functions: readonly SchoolFunction[];
  /** What a key may do; absent for people. */
  readonly scopes?: readonly ApiScope[];
}

export const publicHat: Hat = { kind: 'public', role: 'app_public', functions: [] };

/** A signed-in account whose hat is not yet known: it may read its own hats and nothing else. */
export const personHat = (accountId: string, presented?: string): Hat => ({
  kind: 'person',
  role: 'app_person',
  principal: accountId,
  presented,
  functions: [],
});

export const candidateHat = (accountId: string, candidateId: string): Hat => ({
  kind: 'candidate',
  role: 'app_candidate',
  principal: accountId,
  candidate: candidateId,
  functions: [],
});

/** `REVIEWER` alone binds the reviewer's role, any other function the school's. */
export function schoolHat(accountId: string, schoolId: string, functions: readonly SchoolFunction[]): Hat {
  const onlyReads = functions.every((held) => held === 'REVIEWER');
  const [kind, role] = onlyReads ? (['reviewer', 'app_reviewer'] as const) : (['school', 'app_school'] as const);
  return { kind, role, principal: accountId, school: schoolId, functions };
}

/** Somebody who shows words and no account: it finds the key whose digest this is, and nothing else. */
export const presentedHat = (digest: string): Hat => ({ kind: 'person', role: 'app_person', presented: digest, functions: [] });

/** A school's own system, by its key: the key itself is the principal, and has no more than its scopes. */
export const keyHat = (keyId: string, schoolId: string, scopes: readonly ApiScope[]): Hat => ({
  kind: 'key',
  role: 'app_key',
  principal: keyId,
  school: schoolId,
  functions: [],
  scopes,
});

export const consortiumHat = (accountId: string): Hat => ({
  kind: 'consortium',
  role: 'app_platform',
  principal: accountId,
  functions: [],
});

/** The platform itself, at work without a request; it names itself in every trail. */
export const systemPrincipal = '00000000-0000-4000-8000-000000000001';
export const systemHat = (role: 'app_relay' | 'app_totals' | 'app_sealer' | 'app_jobs' | 'app_platform'): Hat => ({
  kind: 'system',
  role,
  principal: systemPrincipal,
  functions: [],
});
