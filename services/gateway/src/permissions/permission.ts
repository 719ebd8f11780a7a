import { type ApiScope, apiScopes } from '@guichet/domain/key/api-scope';
import type { PrincipalKind } from './principal-kinds.ts';

/** Who may touch a field: everybody who can reach its object, or the kinds named. */
export type Permission = 'allow' | ReadonlySet<PrincipalKind>;

/** Lines of the one permission table, `'Type.field'` to who may touch it. */
export type PermissionLines = Readonly<Record<`${string}.${string}`, Permission>>;

const only = (...kinds: readonly PrincipalKind[]): Permission => new Set(kinds);

/** Whoever reached the object may read the field; the object itself was guarded on the way. */
export const allow: Permission = 'allow';

/** Any signed-in person, whatever the hat, even with none chosen yet. */
export const person = only('person');

/** The candidate's face. */
export const candidate = only('candidate');

/** The consortium's administrators. */
export const consortium = only('consortium');

/** Whoever works for a school, in its queue or beside it. */
export const school = only('observer', 'officer', 'admin', 'reviewer');

/** Whoever may see the school's queue. */
export const schoolQueue = only('observer', 'officer', 'admin');

/** Whoever works the queue: opens, writes. */
export const schoolOfficer = only('officer', 'admin');

/** Whoever runs the school: people, notice, seats. */
export const schoolAdmin = only('admin');

/** Who reads what is assigned, and nothing else. */
export const reviewer = only('reviewer');

/** A school's own systems whose key holds one of these scopes; a person's functions never count for a key, nor its maker's. */
export const keyWith = (...scopes: readonly ApiScope[]): Permission => only(...scopes.map((scope) => `key:${scope}` as const));

/** Any key, whatever its scopes. */
export const anyKey = keyWith(...apiScopes);

/** All kinds of several permissions; one set, so no rule is ever combined with another. */
export const eitherOf = (...permissions: readonly Permission[]): Permission =>
  permissions.includes('allow') ? 'allow' : new Set(permissions.flatMap((each) => (each === 'allow' ? [] : [...each])));

/** The same permission for several fields of one type. */
export const fieldsOf = (type: string, permission: Permission, fields: readonly string[]): PermissionLines =>
  Object.fromEntries(fields.map((field) => [`${type}.${field}`, permission]));
