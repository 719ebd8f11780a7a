import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { traceSchoolEach } from '../audit/trace.ts';
import { beginBulkAct, candidaciesOf, itemsOf, keepItems, pairOf, withdrawnById } from '../bulk-act/bulk-act-rows.ts';
import { type Outcome, once } from '../once.ts';
import { namedReaders } from './readers-of-school.ts';

export interface UnassignReadersInput {
  /** Null for an id that is none of ours. */
  readonly candidacyIds: readonly (string | null)[];
  /** Memberships, also of those who left. */
  readonly readerIds: readonly string[];
  readonly idempotencyKey: string;
}

/** Takes candidacies back from readers, who read them no more from this moment. */
export const unassignReaders = (work: Work, { idempotencyKey: key, ...input }: UnassignReadersInput): Promise<Outcome<never>> =>
  once(work, { operation: 'unassignReaders', key, input }, async () => {
    const accounts = (await namedReaders(work, input.readerIds)).map(({ accountId }) => accountId);
    const asked = input.candidacyIds.flatMap((candidacyId, place) =>
      accounts.map((subjectId) => ({ place, candidacyId, subjectId })),
    );
    const bulkActId = await beginBulkAct(work, 'UNASSIGN');
    const candidacyIds = candidaciesOf(asked);
    const done = await ended(work, bulkActId, { candidacyIds, accounts });
    const items = itemsOf(asked, done.pairs, { known: await withdrawnById(work, candidacyIds), skipsWithdrawn: false });
    await keepItems(work, bulkActId, items);
    await traceSchoolEach(work, 'CANDIDACY_UNASSIGNED', done.candidacyIds);
    return { done: { bulkActId } };
  });

async function ended(
  { db, hat, asOf }: Work,
  actId: string,
  from: { readonly candidacyIds: readonly string[]; readonly accounts: readonly string[] },
) {
  const { rows } = await sql<{ candidacyId: string; readerId: string }>`
    update app.assignment set ended_at = ${asOf.toString()}, act_id = ${actId}
    where school_id = ${hat.school} and candidacy_id = any(${from.candidacyIds}::uuid[]) and reader_id = any(${from.accounts}::uuid[])
      and ended_at is null
    returning candidacy_id as "candidacyId", reader_id as "readerId"`.execute(db);
  return {
    pairs: new Set(rows.map(({ candidacyId, readerId }) => pairOf(candidacyId, readerId))),
    candidacyIds: [...new Set(rows.map(({ candidacyId }) => candidacyId))],
  };
}
