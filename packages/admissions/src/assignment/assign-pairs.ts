import type { Work } from '@guichet/database/session/work';
import type { ReaderFull } from '@guichet/domain/assignment/room';
import { sql } from 'kysely';
import { traceSchoolEach } from '../audit/trace.ts';
import { type Asked, beginBulkAct, candidaciesOf, itemsOf, keepItems, pairOf, withdrawnById } from '../bulk-act/bulk-act-rows.ts';
import type { Outcome } from '../once.ts';
import { filledBy, lockProfiles, namedReaders, objectionsToReaders, type ReaderObjection } from './readers-of-school.ts';

/** One candidacy for one reader, by membership. */
export interface Pair {
  readonly place: number;
  readonly candidacyId: string | null;
  readonly readerId: string;
}

export type AssignObjection = ReaderObjection | ReaderFull;

/** Assigns pairs in so many statements whatever their number: all of them, or none when somebody would have more than they take. */
export async function assignPairs(work: Work, pairs: readonly Pair[], isMasked: boolean): Promise<Outcome<AssignObjection>> {
  const readers = await namedReaders(work, [...new Set(pairs.map(({ readerId }) => readerId))]);
  const refused = objectionsToReaders(readers, isMasked);
  if (refused.length > 0) return { refused };
  const accounts = new Map(readers.map(({ membershipId, accountId }) => [membershipId, accountId]));
  const asked = pairs.map((pair) => ({ ...pair, subjectId: accounts.get(pair.readerId) ?? '' }));
  await lockProfiles(work, [...accounts.values()]);
  const bulkActId = await beginBulkAct(work, 'ASSIGN');
  const done = await written(work, asked, { bulkActId, isMasked });
  const full = await filledBy(work, bulkActId);
  if (full.length > 0) return { refused: full };
  const known = await withdrawnById(work, candidaciesOf(asked));
  const items = itemsOf(asked, done, { known, skipsWithdrawn: true });
  await keepItems(work, bulkActId, items);
  const given = items.flatMap(({ candidacyId, outcome }) => (outcome === 'DONE' ? (candidacyId ?? []) : []));
  await traceSchoolEach(work, 'CANDIDACY_ASSIGNED', [...new Set(given)]);
  return { done: { bulkActId } };
}

/** What was not assigned before is from now on, in one order for everybody; what is already stays as it is, mask included. */
async function written(
  { db, hat, asOf }: Work,
  asked: readonly Asked[],
  { bulkActId, isMasked }: { readonly bulkActId: string; readonly isMasked: boolean },
): Promise<ReadonlySet<string>> {
  const ours = asked.filter(({ candidacyId }) => candidacyId !== null);
  const { rows } = await sql<{ candidacyId: string; readerId: string }>`
    insert into app.assignment (school_id, candidacy_id, reader_id, is_masked, at, assigner_id, act_id)
    select distinct c.school_id, c.id, t."subjectId", ${isMasked}::boolean, ${asOf.toString()}::timestamptz, ${hat.principal}::uuid,
      ${bulkActId}::uuid
    from json_to_recordset(${JSON.stringify(ours)}::json) as t ("candidacyId" uuid, "subjectId" uuid)
    join app.candidacy c on c.school_id = ${hat.school} and c.id = t."candidacyId" and c.state not in ('WITHDRAWN', 'WITHDRAWN_LATE')
    order by c.id, t."subjectId"
    on conflict (school_id, candidacy_id, reader_id) do update set is_masked = excluded.is_masked, at = excluded.at,
      assigner_id = excluded.assigner_id, act_id = excluded.act_id, ended_at = null
    where assignment.ended_at is not null
    returning candidacy_id as "candidacyId", reader_id as "readerId"`.execute(db);
  return new Set(rows.map(({ candidacyId, readerId }) => pairOf(candidacyId, readerId)));
}
