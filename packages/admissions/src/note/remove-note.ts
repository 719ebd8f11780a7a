import type { Work } from '@guichet/database/session/work';
import { type NoteObjection, objectionsToRemoval } from '@guichet/domain/note/note';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { lockedNote } from './locked-note.ts';

export interface RemoveNoteInput {
  readonly noteId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

/** Removes a note: who wrote it, who removed it and when stay; no wording of it answers any more. */
export const removeNote = (work: Work, { idempotencyKey: key, ...input }: RemoveNoteInput) =>
  once<NoteObjection>(work, { operation: 'removeNote', key, input }, () => perform(work, input));

async function perform(
  work: Work,
  { noteId, expectedVersion }: Omit<RemoveNoteInput, 'idempotencyKey'>,
): Promise<Outcome<NoteObjection>> {
  const { db, hat, asOf } = work;
  const note = await lockedNote(work, noteId);
  const remover = { personId: hat.principal ?? '', functions: hat.functions, expectedVersion };
  const refused = objectionsToRemoval(note, remover);
  if (refused.length > 0) return { refused };
  await sql`update app.note set removed_at = ${asOf.toString()}, remover_id = ${hat.principal}
    where school_id = ${hat.school} and id = ${noteId}`.execute(db);
  await traceSchool(work, 'CANDIDACY_NOTE_REMOVED', note.candidacyId);
  return { done: { noteId } };
}
