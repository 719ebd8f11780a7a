import type { Work } from '@guichet/database/session/work';
import { traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { changeMember, type MemberObjection } from './change-member.ts';

export interface RemoveMemberInput {
  readonly membershipId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

/** Ends a membership of the acting school, one's own too; what the person did stays theirs. */
export const removeMember = (
  work: Work,
  { idempotencyKey: key, ...given }: RemoveMemberInput,
): Promise<Outcome<MemberObjection>> =>
  once<MemberObjection>(work, { operation: 'removeMember', key, input: { ...given } }, async () => {
    const outcome = await changeMember(work, { ...given, functions: [] });
    if ('done' in outcome) await traceSchool(work, 'MEMBER_REMOVED', given.membershipId);
    return outcome;
  });
