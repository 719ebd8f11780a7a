import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import type { StandingNote } from '@guichet/domain/note/note';
import { sql } from 'kysely';

/** A note of the acting school, locked until the transaction ends: of two who change it at once, the second reads the first's version. */
export interface LockedNote extends StandingNote {
  readonly candidacyId: string;
  /** Null once removed. */
  readonly text: string | null;
}

/** Locks one note; `NotFound` when it is not there, or another school's. */
export async function lockedNote({ db, hat }: Work, noteId: string): Promise<LockedNote> {
  const { rows } = await sql<Omit<LockedNote, 'text'>>`
    select candidacy_id as "candidacyId", author_id as "authorId", version, removed_at is not null as "isRemoved"
    from app.note where school_id = ${hat.school} and id = ${noteId} for no key update`.execute(db);
  const [note] = rows;
  if (!note) throw new NotFound();
  // Read after the lock: a wording written by whoever held it before is seen.
  const wordings = await sql<{ text: string }>`select text from app.note_version
    where school_id = ${hat.school} and note_id = ${noteId} and number = ${note.version}`.execute(db);
  return { ...note, text: wordings.rows[0]?.text ?? null };
}
