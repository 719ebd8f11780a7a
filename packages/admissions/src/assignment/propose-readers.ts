import { readReaders } from '@guichet/database/assignment/reader.read';
import { readUnread } from '@guichet/database/assignment/unread.read';
import type { QueueFilter } from '@guichet/database/candidacy/queue';
import type { Work } from '@guichet/database/session/work';
import { type ProposalManner, type ProposedReader, proposeAssignments } from '@guichet/domain/assignment/propose-assignments';
import { mostAtOnce } from '@guichet/domain/bulk-act/bulk-act';

export interface ProposalWish {
  readonly campaignId: string;
  /** Null: those of what the filter finds that wait longest for a reader. */
  readonly candidacyIds: readonly string[] | null;
  readonly filter: QueueFilter;
  readonly manner: ProposalManner;
  readonly readersEach: number;
}

/** Proposes readers, by membership, for candidacies of a campaign; changes nothing. */
export async function proposeReaders(
  { db, hat }: Work,
  { campaignId, candidacyIds, filter, manner, readersEach }: ProposalWish,
): Promise<readonly ProposedReader[]> {
  const of = { schoolId: hat.school ?? '', campaignId };
  const which =
    candidacyIds === null
      ? { queue: { ...of, filter, order: 'RECEIVED_AT_ASC' as const }, readersEach, limit: mostAtOnce }
      : { ids: candidacyIds };
  const unread = await readUnread(db, of, which);
  const readers = (await readReaders(db, of)).flatMap(({ isReading, displayName, specialisms, load, ...reader }) =>
    isReading ? [{ ...reader, name: displayName, specialismIds: specialisms.map(({ id }) => id), load: load ?? 0 }] : [],
  );
  return proposeAssignments(unread, readers, { manner, readersEach });
}
