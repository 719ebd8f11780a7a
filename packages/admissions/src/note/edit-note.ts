import type { Work } from '@guichet/database/session/work';
import { faultsOfNote, type NoteFault, type NoteObjection, objectionsToRewording } from '@guichet/domain/note/note';
import { normalText } from '@guichet/domain/text/plain-text';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { lockedNote } from './locked-note.ts';
import { writeWording } from './write-wording.ts';

export interface EditNoteInput {
  readonly noteId: string;
  readonly expectedVersion: number;
  readonly text: string;
  readonly idempotencyKey: string;
}

/** Rewords a note; every wording before stays, with who wrote it and when. The same words again are no new wording. */
export const editNote = (work: Work, { idempotencyKey: key, ...input }: EditNoteInput) =>
  once<NoteFault | NoteObjection>(work, { operation: 'editNote', key, input }, () =>
    perform(work, { ...input, text: normalText(input.text) }),
  );

async function perform(
  work: Work,
  { noteId, expectedVersion, text }: Omit<EditNoteInput, 'idempotencyKey'>,
): Promise<Outcome<NoteFault | NoteObjection>> {
  const note = await lockedNote(work, noteId);
  const refused = [...objectionsToRewording(note, expectedVersion), ...faultsOfNote(text)];
  if (refused.length > 0) return { refused };
  if (note.text === text) return { done: { noteId } };
  const number = note.version + 1;
  await writeWording(work, { noteId, number, text });
  await sql`update app.note set version = ${number} where school_id = ${work.hat.school} and id = ${noteId}`.execute(work.db);
  await traceSchool(work, 'CANDIDACY_NOTE_EDITED', note.candidacyId);
  return { done: { noteId } };
}
