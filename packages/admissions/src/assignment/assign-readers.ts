import type { Work } from '@guichet/database/session/work';
import { type Outcome, once } from '../once.ts';
import { type AssignObjection, assignPairs } from './assign-pairs.ts';

export interface AssignReadersInput {
  /** Null for an id that is none of ours. */
  readonly candidacyIds: readonly (string | null)[];
  /** Memberships. */
  readonly readerIds: readonly string[];
  readonly isMasked: boolean;
  readonly idempotencyKey: string;
}

/** Gives candidacies to readers by hand: each of them to each. */
export const assignReaders = (
  work: Work,
  { idempotencyKey: key, ...input }: AssignReadersInput,
): Promise<Outcome<AssignObjection>> =>
  once(work, { operation: 'assignReaders', key, input }, () => {
    const readerIds = [...new Set(input.readerIds)];
    const pairs = input.candidacyIds.flatMap((candidacyId, place) =>
      readerIds.map((readerId) => ({ place, candidacyId, readerId })),
    );
    return assignPairs(work, pairs, input.isMasked);
  });
