import { type ApiScope, apiScopes } from '@guichet/domain/key/api-scope';
import type { Missing } from '../errors/refused.ts';

/** What a person may do in a school (fonctions). */
export type SchoolFunction = 'ADMIN' | 'OFFICER' | 'REVIEWER' | 'OBSERVER';

/** The hat of a request: which face of the platform it may see. `functions` is empty but for a school's. */
export interface Hat {
  readonly kind: 'CANDIDATE' | 'SCHOOL' | 'CONSORTIUM' | 'KEY';
  readonly functions: readonly SchoolFunction[];
  /** What a key may do, and nothing beside it; absent for people. */
  readonly scopes?: readonly ApiScope[];
}

const keyKind = <Scope extends ApiScope>(scope: Scope) => `key:${scope}` as const;

/** The columns of the permission sheet, from the least known to the most, then one a scope of a school's own systems. */
export const principalKinds = [
  'public',
  'person',
  'candidate',
  'observer',
  'officer',
  'admin',
  'reviewer',
  'consortium',
  ...apiScopes.map(keyKind),
] as const;

/** What somebody is to the permission table. */
export type PrincipalKind = (typeof principalKinds)[number];

/** Who asks, as far as the permission table may look: never at rows. */
export interface Principal {
  readonly accountId: string | null;
  /** What an account lacks to be known at all: it is nobody until then. */
  readonly missing?: Missing | null;
  readonly hat: Hat | null;
}

/** Whether a principal is of one of these kinds: one for each function held, so that whoever works the queue and reads too has both sides. */
export const isOneOf = (kinds: ReadonlySet<PrincipalKind>, { accountId, hat }: Principal): boolean => {
  if (kinds.has('public') || (accountId !== null && kinds.has('person'))) return true;
  return hat !== null && isWornBy(kinds, hat);
};

// Asked for every field of a page, so nothing is kept for it and next to nothing made.
function isWornBy(kinds: ReadonlySet<PrincipalKind>, { kind, functions, scopes = [] }: Hat): boolean {
  if (kind === 'KEY') return scopes.some((scope) => kinds.has(keyKind(scope)));
  if (kind === 'CANDIDATE') return kinds.has('candidate');
  if (kind === 'CONSORTIUM') return kinds.has('consortium');
  return functions.some((each) => kinds.has(kindsOfFunction[each]));
}

const kindsOfFunction: Readonly<Record<SchoolFunction, PrincipalKind>> = {
  ADMIN: 'admin',
  OFFICER: 'officer',
  OBSERVER: 'observer',
  REVIEWER: 'reviewer',
};
