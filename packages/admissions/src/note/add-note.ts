import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { faultsOfNote, type NoteFault } from '@guichet/domain/note/note';
import { normalText } from '@guichet/domain/text/plain-text';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { writeWording } from './write-wording.ts';

export interface AddNoteInput {
  readonly candidacyId: string;
  readonly text: string;
  readonly idempotencyKey: string;
}

/** Writes a note about a candidacy, for colleagues alone. */
export const addNote = (work: Work, { idempotencyKey: key, candidacyId, text }: AddNoteInput) =>
  once<NoteFault>(work, { operation: 'addNote', key, input: { candidacyId, text } }, () =>
    perform(work, candidacyId, normalText(text)),
  );

async function perform(work: Work, candidacyId: string, text: string): Promise<Outcome<NoteFault>> {
  const { db, hat, asOf } = work;
  const found = await sql`select id from app.candidacy where school_id = ${hat.school} and id = ${candidacyId}`.execute(db);
  if (found.rows.length === 0) throw new NotFound();
  const refused = faultsOfNote(text);
  if (refused.length > 0) return { refused };
  const noteId = crypto.randomUUID();
  await sql`insert into app.note (school_id, id, candidacy_id, author_id, at)
    values (${hat.school}, ${noteId}, ${candidacyId}, ${hat.principal}, ${asOf.toString()})`.execute(db);
  await writeWording(work, { noteId, number: 1, text });
  await traceSchool(work, 'CANDIDACY_NOTE_ADDED', candidacyId);
  return { done: { noteId } };
}
