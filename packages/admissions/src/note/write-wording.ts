import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';

/** The newest wording of a note. */
export interface Wording {
  readonly noteId: string;
  readonly number: number;
  readonly text: string;
}

/** Keeps a wording in the name of who writes it; those before stay. */
export async function writeWording({ db, hat, asOf }: Work, { noteId, number, text }: Wording): Promise<void> {
  await sql`insert into app.note_version (school_id, note_id, number, text, author_id, at)
    values (${hat.school}, ${noteId}, ${number}, ${text}, ${hat.principal}, ${asOf.toString()})`.execute(db);
}
