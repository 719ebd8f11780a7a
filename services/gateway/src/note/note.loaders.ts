import type { Stretch } from '@guichet/database/candidacy/queue';
import { type NoteRow, type NoteVersionRow, readNotes, readNotesOn, readNoteVersions } from '@guichet/database/note/note.read';
import DataLoader from 'dataloader';
import { digestOf } from '../connection/keyset.ts';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';

const notes = Symbol('notes by id');
const stretches = Symbol('notes by candidacy');
const versions = Symbol('wordings by note');

/** Notes of the acting school by id, in one statement a request. */
export const noteById = (context: Context) =>
  context.loader(
    notes,
    () =>
      new DataLoader<string, NoteRow>(async (ids) => {
        const { db, hat } = await context.reading();
        return byKey(ids, await readNotes(db, hat.school ?? '', ids));
      }),
  );

/** What a cursor of the notes on one candidacy carries. */
export const digestOfNotes = (candidacyId: string): string => digestOf({ name: 'notes', order: 'AT_DESC', filter: candidacyId });

/** A stretch of the notes on one candidacy. */
export interface NotesKey {
  readonly candidacyId: string;
  readonly stretch: Stretch;
}

/** Stretches of notes; the same one of a whole page of candidacies takes one statement. */
export const notesOf = (context: Context) =>
  context.loader(
    stretches,
    () =>
      new DataLoader<NotesKey, readonly NoteRow[], string>((keys) => readStretches(context, keys), {
        cacheKeyFn: JSON.stringify,
      }),
  );

async function readStretches(context: Context, keys: readonly NotesKey[]): Promise<(readonly NoteRow[])[]> {
  const { db, hat } = await context.reading();
  const found = new Map<NotesKey, readonly NoteRow[]>();
  for (const alike of Map.groupBy(keys, ({ stretch }) => JSON.stringify(stretch)).values()) {
    const which = { schoolId: hat.school ?? '', candidacyIds: alike.map(({ candidacyId }) => candidacyId) };
    const rows = await readNotesOn(db, which, (alike[0] as NotesKey).stretch);
    const byCandidacy = Map.groupBy(rows, ({ candidacyId }) => candidacyId);
    for (const key of alike) found.set(key, byCandidacy.get(key.candidacyId) ?? []);
  }
  return keys.map((key) => found.get(key) ?? []);
}

/** Every wording of the notes of a page, in one statement. */
export const wordingsOf = (context: Context) =>
  context.loader(
    versions,
    () =>
      new DataLoader<string, readonly NoteVersionRow[]>(async (noteIds) => {
        const { db, hat } = await context.reading();
        const rows = await readNoteVersions(db, { schoolId: hat.school ?? '', noteIds });
        const found = Map.groupBy(rows, ({ noteId }) => noteId);
        return noteIds.map((id) => found.get(id) ?? []);
      }),
  );
