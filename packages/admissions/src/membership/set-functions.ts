import type { Work } from '@guichet/database/session/work';
import { faultsOfFunctions } from '@guichet/domain/account/people';
import type { SchoolFunction } from '@guichet/domain/account/school-function';
import { traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { changeMember, type MemberObjection } from './change-member.ts';

export interface SetFunctionsInput {
  readonly membershipId: string;
  readonly expectedVersion: number;
  readonly functions: readonly SchoolFunction[];
  readonly idempotencyKey: string;
}

/** Says what a member of the acting school may do from the next request on. */
export const setFunctions = (
  work: Work,
  { idempotencyKey: key, ...given }: SetFunctionsInput,
): Promise<Outcome<MemberObjection>> =>
  once<MemberObjection>(work, { operation: 'setFunctions', key, input: { ...given } }, async () => {
    const refused = faultsOfFunctions(given.functions);
    if (refused.length > 0) return { refused };
    const outcome = await changeMember(work, given);
    if ('done' in outcome) await traceSchool(work, 'MEMBER_FUNCTIONS_SET', given.membershipId);
    return outcome;
  });
