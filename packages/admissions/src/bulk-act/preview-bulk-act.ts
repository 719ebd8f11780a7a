import { type ReaderRow, readReaders } from '@guichet/database/assignment/reader.read';
import { type BulkOutcomeRow, type ForeseenRow, readForeseen } from '@guichet/database/bulk-act/bulk-act.read';
import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { beyondRoom, roomOf } from '@guichet/domain/assignment/room';
import { foreseen } from '@guichet/domain/bulk-act/foresee';
import { sql } from 'kysely';
import { namedReaders, objectionsToReaders } from '../assignment/readers-of-school.ts';
import { pairOf } from './bulk-act-rows.ts';

interface Named {
  /** Null for an id that is none of ours. */
  readonly candidacyIds: readonly (string | null)[];
}

/** An act to foresee: on readers, by membership, or on a label. */
export type PlannedAct =
  | (Named & { readonly kind: 'ASSIGN' | 'UNASSIGN'; readonly readerIds: readonly string[] })
  | (Named & { readonly kind: 'LABEL' | 'UNLABEL'; readonly labelId: string });

/** Whom or what an act is about: the reader's account, or the label. */
interface Subject {
  readonly id: string;
  readonly reader: BulkOutcomeRow['reader'];
  readonly isReader: boolean;
}

/** What an act would do to each candidacy, were it done now; it changes nothing. */
export async function previewBulkAct(work: Work, plan: PlannedAct): Promise<readonly BulkOutcomeRow[]> {
  const subjects = await subjectsOf(work, plan);
  const ids = plan.candidacyIds.flatMap((id) => id ?? []);
  const rows = await readForeseen(work.db, work.hat.school ?? '', { ids, subjects: subjects.map(({ id }) => id) });
  const known = new Map(rows.map((row) => [row.id, row]));
  const told = rowsOf(plan, subjects, known);
  return plan.kind === 'ASSIGN' ? withinLoads(work, { told, known, readerIds: plan.readerIds }) : told;
}

async function subjectsOf(work: Work, plan: PlannedAct): Promise<readonly Subject[]> {
  if ('readerIds' in plan) {
    const readers = await namedReaders(work, plan.readerIds);
    // Nothing is masked in a preview, so nobody is refused for the names they meet.
    return readers.map((each) => ({
      id: each.accountId,
      reader: { id: each.membershipId, displayName: each.name },
      isReader: objectionsToReaders([each], false).length === 0,
    }));
  }
  const { rows } = await sql<{ id: string }>`
    select id from app.label where school_id = ${work.hat.school} and id = ${plan.labelId}`.execute(work.db);
  if (rows.length === 0) throw new NotFound();
  return [{ id: plan.labelId, reader: null, isReader: true }];
}

function rowsOf(
  { kind, candidacyIds }: PlannedAct,
  subjects: readonly Subject[],
  known: ReadonlyMap<string, ForeseenRow>,
): readonly BulkOutcomeRow[] {
  const met = new Set<string>();
  return candidacyIds.flatMap((id, place) =>
    subjects.map((subject) => {
      const row = known.get(id ?? '');
      const pair = pairOf(id ?? '', subject.id);
      const isRepeated = met.has(pair);
      met.add(pair);
      const facts = {
        isKnown: row !== undefined,
        isRepeated,
        isWithdrawn: row?.isWithdrawn ?? false,
        isReader: subject.isReader,
      };
      const outcome = foreseen({ ...facts, isHeld: row?.held.includes(subject.id) ?? false }, kind);
      return { place, candidacyId: row?.id ?? null, reader: subject.reader, outcome, undoOutcome: null };
    }),
  );
}

interface Told {
  readonly told: readonly BulkOutcomeRow[];
  readonly known: ReadonlyMap<string, ForeseenRow>;
  readonly readerIds: readonly string[];
}

/** A load is counted campaign by campaign; a list from the desk's queue is of one. */
async function withinLoads({ db, hat }: Work, { told, known, readerIds }: Told): Promise<readonly BulkOutcomeRow[]> {
  const campaigns = [...new Set([...known.values()].map(({ campaignId }) => campaignId))];
  const rooms = new Map<string, number>();
  for (const campaignId of campaigns) {
    const readers: readonly ReaderRow[] = await readReaders(db, { schoolId: hat.school ?? '', campaignId, ids: readerIds });
    for (const { id, largestLoad, load } of readers) rooms.set(pairOf(campaignId, id), roomOf({ largestLoad, load: load ?? 0 }));
  }
  const taking = told.flatMap((row) =>
    row.outcome === 'DONE'
      ? [{ row, readerId: pairOf(known.get(row.candidacyId ?? '')?.campaignId ?? '', row.reader?.id ?? '') }]
      : [],
  );
  const beyond = new Set([...beyondRoom(taking, rooms)].map(({ row }) => row));
  return told.map((row) => (beyond.has(row) ? { ...row, outcome: 'FULL' as const } : row));
}
