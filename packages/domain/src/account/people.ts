import { type FieldReason, faultsOfAnswers, line } from '../application/field-checks.ts';
import { type EmailFault, faultOfEmail } from './email-address.ts';
import type { SchoolFunction } from './school-function.ts';

/** Longest name colleagues read, in code points. */
export const longestDisplayName = 120;

/** Where an invitation stands: open to its addressee, out of time, used, or withdrawn by who sent it. */
export const invitationStates = ['PENDING', 'EXPIRED', 'ACCEPTED', 'REVOKED'] as const;
/** One of `invitationStates`. */
export type InvitationState = (typeof invitationStates)[number];

/** What the state of an invitation is told from. */
export interface InvitationFacts {
  readonly expiresAt: Temporal.Instant;
  readonly acceptedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
}

/** Where an invitation stands at an instant; on the instant of its end it is over. */
export function invitationState({ expiresAt, acceptedAt, endedAt }: InvitationFacts, asOf: Temporal.Instant): InvitationState {
  if (acceptedAt !== null) return 'ACCEPTED';
  if (endedAt !== null) return 'REVOKED';
  return Temporal.Instant.compare(asOf, expiresAt) < 0 ? 'PENDING' : 'EXPIRED';
}

/** Why somebody cannot be invited, or hold these functions; `path` leads to the answer. */
export interface PeopleFault {
  readonly reason: FieldReason | EmailFault | 'NO_FUNCTION' | 'NAMED_TWICE';
  readonly path: readonly string[];
  readonly max?: number;
}

/** Faults of an address and a name somebody is invited under. */
export function faultsOfInvited({ email, displayName }: { email: string; displayName: string }): PeopleFault[] {
  const fault = faultOfEmail(email);
  return [
    ...(fault === null ? [] : [{ reason: fault, path: ['email'] }]),
    ...faultsOfAnswers({ displayName }, { displayName: line(longestDisplayName) }, []),
  ];
}

/** A member holds at least one function, and each once. */
export function faultsOfFunctions(functions: readonly SchoolFunction[]): PeopleFault[] {
  if (functions.length === 0) return [{ reason: 'NO_FUNCTION', path: ['functions'] }];
  return functions.flatMap((each, index) =>
    functions.indexOf(each) < index ? [{ reason: 'NAMED_TWICE' as const, path: ['functions', String(index)] }] : [],
  );
}

/** What a person loses when an administrator is removed or demoted: the school, or the consortium, keeps at least one. */
export interface LosingAdmin {
  readonly isAdmin: boolean;
  readonly staysAdmin: boolean;
  /** Administrators beside this one. */
  readonly otherAdmins: number;
}

/** Whether the last administrator would go: somebody must be left to invite the next (decided per consortium). */
export const losesLastAdmin = ({ isAdmin, staysAdmin, otherAdmins }: LosingAdmin): boolean =>
  isAdmin && !staysAdmin && otherAdmins === 0;
