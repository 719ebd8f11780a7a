import type { Work } from '@guichet/database/session/work';
import { type Outcome, once } from '../once.ts';
import { type AssignObjection, assignPairs } from './assign-pairs.ts';

export interface AssignAsProposedInput {
  readonly assignments: readonly { readonly candidacyId: string | null; readonly readerId: string }[];
  readonly isMasked: boolean;
  readonly idempotencyKey: string;
}

/** Assigns what was proposed, or what somebody made of the proposal. */
export const assignAsProposed = (
  work: Work,
  { idempotencyKey: key, ...input }: AssignAsProposedInput,
): Promise<Outcome<AssignObjection>> =>
  once(work, { operation: 'assignAsProposed', key, input }, () => {
    const pairs = input.assignments.map((pair, place) => ({ ...pair, place }));
    return assignPairs(work, pairs, input.isMasked);
  });
