import type { Work } from '@guichet/database/session/work';
import type { BulkActKind, BulkOutcome } from '@guichet/domain/bulk-act/bulk-act';
import { sql } from 'kysely';

/** What an act did to one candidacy; the subject is the reader's account or the label. */
export interface ItemToKeep {
  /** Place of the candidacy in the list given. */
  readonly place: number;
  readonly candidacyId: string | null;
  readonly subjectId: string;
  readonly outcome: BulkOutcome;
}

/** Begins an act on several candidacies, in its author's name. */
export async function beginBulkAct({ db, hat, asOf }: Work, kind: BulkActKind): Promise<string> {
  const id = crypto.randomUUID();
  await sql`insert into app.bulk_act (school_id, id, actor_id, kind, at)
    values (${hat.school}, ${id}, ${hat.principal}, ${kind}, ${asOf.toString()})`.execute(db);
  return id;
}

/** Keeps what it did to each, in one statement: what an undo starts from, and what a repeated call answers. */
export async function keepItems({ db, hat }: Work, actId: string, items: readonly ItemToKeep[]): Promise<void> {
  await sql`insert into app.bulk_act_item (school_id, act_id, place, subject_id, candidacy_id, outcome)
    select ${hat.school}::uuid, ${actId}::uuid, i.place, i."subjectId", i."candidacyId", i.outcome
    from json_to_recordset(${JSON.stringify(items)}::json) as i (place int, "subjectId" uuid, "candidacyId" uuid, outcome text)`.execute(
    db,
  );
}

/** A candidacy and what is done to it, as one key. */
export const pairOf = (candidacyId: string, subjectId: string): string => `${candidacyId} ${subjectId}`;

/** Candidacies of the acting school among some ids, and whether they are withdrawn. */
export async function withdrawnById({ db, hat }: Work, ids: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const { rows } = await sql<{ id: string; isWithdrawn: boolean }>`
    select id, state in ('WITHDRAWN', 'WITHDRAWN_LATE') as "isWithdrawn" from app.candidacy
    where school_id = ${hat.school} and id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, isWithdrawn }) => [id, isWithdrawn]));
}

/** One candidacy asked for and what is to be done with it; null for an id that is none of ours. */
export interface Asked {
  readonly place: number;
  readonly candidacyId: string | null;
  readonly subjectId: string;
}

/** What came of each pair asked for; one named twice is done once. */
export function itemsOf(
  asked: readonly Asked[],
  done: ReadonlySet<string>,
  { known, skipsWithdrawn }: { readonly known: ReadonlyMap<string, boolean>; readonly skipsWithdrawn: boolean },
): readonly ItemToKeep[] {
  const told = new Set<string>();
  return asked.map(({ place, candidacyId, subjectId }) => {
    if (candidacyId === null || !known.has(candidacyId)) return { place, candidacyId: null, subjectId, outcome: 'NOT_FOUND' };
    const pair = pairOf(candidacyId, subjectId);
    const isFirst = !told.has(pair);
    told.add(pair);
    if (skipsWithdrawn && known.get(candidacyId)) return { place, candidacyId, subjectId, outcome: 'WITHDRAWN' };
    return { place, candidacyId, subjectId, outcome: isFirst && done.has(pair) ? 'DONE' : 'ALREADY' };
  });
}

/** Ids of ours among those asked for, each once. */
export const candidaciesOf = (asked: readonly Asked[]): readonly string[] => [
  ...new Set(asked.flatMap(({ candidacyId }) => candidacyId ?? [])),
];
