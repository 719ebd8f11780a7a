import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import type { ReaderFull } from '@guichet/domain/assignment/room';
import { type BulkActKind, objectionsToUndo, type UndoObjection } from '@guichet/domain/bulk-act/bulk-act';
import { sql } from 'kysely';
import { filledBy, lockProfiles } from '../assignment/readers-of-school.ts';
import { traceSchoolEach } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { takenBack } from './taken-back.ts';

export interface UndoBulkActInput {
  readonly bulkActId: string;
  readonly idempotencyKey: string;
}

export type UndoBulkActObjection = UndoObjection | ReaderFull;

/** Takes an act of one's own back within its time; what somebody changed since stays as they made it, and is told one by one. */
export const undoBulkAct = (work: Work, { idempotencyKey: key, bulkActId }: UndoBulkActInput) =>
  once<UndoBulkActObjection>(work, { operation: 'undoBulkAct', key, input: { bulkActId } }, () => perform(work, bulkActId));

const inverse = {
  ASSIGN: 'CANDIDACY_UNASSIGNED',
  UNASSIGN: 'CANDIDACY_ASSIGNED',
  LABEL: 'CANDIDACY_UNLABELLED',
  UNLABEL: 'CANDIDACY_LABELLED',
} as const;

async function perform(work: Work, bulkActId: string): Promise<Outcome<UndoBulkActObjection>> {
  const act = await lockedAct(work, bulkActId);
  const refused = objectionsToUndo(act, work.asOf);
  if (refused.length > 0) return { refused };
  if (act.kind === 'UNASSIGN') await lockProfiles(work, await subjectsOf(work, bulkActId));
  const pairs = await takenBack[act.kind](work, { id: bulkActId, at: act.at });
  const full = act.kind === 'UNASSIGN' ? await filledBy(work, bulkActId) : [];
  if (full.length > 0) return { refused: full };
  await told(work, bulkActId, pairs);
  await traceSchoolEach(work, inverse[act.kind], [...new Set(pairs.map(({ candidacyId }) => candidacyId))]);
  return { done: { bulkActId } };
}

interface Act {
  readonly kind: BulkActKind;
  readonly at: Temporal.Instant;
  readonly undoneAt: Temporal.Instant | null;
}

/** One's own act, locked: taken back twice at once, the second sees the first. Another's answers as an absent one. */
async function lockedAct({ db, hat }: Work, id: string): Promise<Act> {
  const { rows } = await sql<{ kind: BulkActKind; at: string; undoneAt: string | null }>`
    select kind, at::text as at, undone_at::text as "undoneAt" from app.bulk_act
    where school_id = ${hat.school} and actor_id = ${hat.principal} and id = ${id} for update`.execute(db);
  const [row] = rows;
  if (!row) throw new NotFound();
  const undoneAt = row.undoneAt === null ? null : Temporal.Instant.from(row.undoneAt);
  return { kind: row.kind, at: Temporal.Instant.from(row.at), undoneAt };
}

async function subjectsOf({ db, hat }: Work, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct subject_id as id from app.bulk_act_item where school_id = ${hat.school} and act_id = ${id}`.execute(db);
  return rows.map((row) => row.id);
}

async function told(
  { db, hat, asOf }: Work,
  id: string,
  pairs: readonly { readonly candidacyId: string; readonly subjectId: string }[],
): Promise<void> {
  await sql`update app.bulk_act_item i set undo_outcome = case when exists (
      select from json_to_recordset(${JSON.stringify(pairs)}::json) as p ("candidacyId" uuid, "subjectId" uuid)
      where p."candidacyId" = i.candidacy_id and p."subjectId" = i.subject_id) then 'UNDONE' else 'CHANGED_SINCE' end
    where i.school_id = ${hat.school} and i.act_id = ${id} and i.outcome = 'DONE'`.execute(db);
  await sql`update app.bulk_act set undone_at = ${asOf.toString()} where school_id = ${hat.school} and id = ${id}`.execute(db);
}
