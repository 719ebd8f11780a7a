import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Stretch } from '../candidacy/queue.ts';

/** Who wrote, as colleagues read it; null when one of the school's own systems did. */
export type Author = { readonly id: string; readonly displayName: string } | null;

/** A note as it stands. */
export interface NoteRow {
  readonly id: string;
  readonly candidacyId: string;
  readonly version: number;
  readonly author: Author;
  readonly writtenAt: Temporal.Instant;
  readonly editedAt: Temporal.Instant | null;
  /** Null once removed. */
  readonly text: string | null;
  readonly removedAt: Temporal.Instant | null;
  readonly removedBy: Author;
  /** Sort key, at the database's full precision. */
  readonly key: string;
}

/** One wording of a note. */
export interface NoteVersionRow {
  readonly noteId: string;
  readonly number: number;
  readonly text: string;
  readonly author: Author;
  readonly at: Temporal.Instant;
}

/** The same stretch of the notes on several candidacies, newest first, in one statement. */
export async function readNotesOn(
  db: Kysely<unknown>,
  { schoolId, candidacyIds }: { readonly schoolId: string; readonly candidacyIds: readonly string[] },
  { beyond, isBackward, limit }: Stretch,
): Promise<NoteRow[]> {
  const direction = isBackward ? sql`asc` : sql`desc`;
  const from = beyond
    ? sql`and (n.at, n.id) ${isBackward ? sql`>` : sql`<`} (${beyond.key}::timestamptz, ${beyond.id}::uuid)`
    : sql``;
  const page = sql`unnest(${candidacyIds}::uuid[]) k (id) cross join lateral (
      select n.id, n.candidacy_id, n.version, n.author_id, n.at, n.removed_at, n.remover_id from app.note n
      where n.school_id = ${schoolId} and n.candidacy_id = k.id ${from} order by n.at ${direction}, n.id ${direction} limit ${limit}) n`;
  return notesFrom(db, sql`${page} ${joined(schoolId)} order by n.at ${direction}, n.id ${direction}`);
}

/** Notes by id. */
export async function readNotes(db: Kysely<unknown>, schoolId: string, ids: readonly string[]): Promise<NoteRow[]> {
  const some = sql`where n.school_id = ${schoolId} and n.id = any(${ids}::uuid[])`;
  return notesFrom(db, sql`app.note n ${joined(schoolId)} ${some}`);
}

type Stored = Omit<NoteRow, 'writtenAt' | 'editedAt' | 'removedAt'> & {
  readonly editedAt: string | null;
  readonly removedAt: string | null;
};

// Of a removed note the database answers no wording, and the join finds none.
const joined = (schoolId: string) => sql`
  left join app.note_version v on v.school_id = ${schoolId} and v.note_id = n.id and v.number = n.version
  left join app.membership m on m.school_id = ${schoolId} and m.account_id = n.author_id
  left join app.membership r on r.school_id = ${schoolId} and r.account_id = n.remover_id`;

const named = (member: string) => {
  const [id, name] = [sql.ref(`${member}.id`), sql.ref(`${member}.display_name`)];
  return sql`case when ${id} is null then null else json_build_object('id', ${id}, 'displayName', ${name}) end`;
};

async function notesFrom(db: Kysely<unknown>, source: RawBuilder<unknown>): Promise<NoteRow[]> {
  const { rows } = await sql<Stored>`
    select n.id, n.candidacy_id as "candidacyId", n.version, ${named('m')} as author, n.at::text as key, v.text,
      case when n.version > 1 then v.at end::text as "editedAt", n.removed_at::text as "removedAt", ${named('r')} as "removedBy"
    from ${source}`.execute(db);
  return rows.map((row) => ({
    ...row,
    writtenAt: Temporal.Instant.from(row.key),
    editedAt: instantOf(row.editedAt),
    removedAt: instantOf(row.removedAt),
  }));
}

const instantOf = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));

/** Every wording of several notes, oldest first; none of a removed one. */
export async function readNoteVersions(
  db: Kysely<unknown>,
  { schoolId, noteIds }: { readonly schoolId: string; readonly noteIds: readonly string[] },
): Promise<NoteVersionRow[]> {
  const { rows } = await sql<Omit<NoteVersionRow, 'at'> & { readonly at: string }>`
    select v.note_id as "noteId", v.number, v.text, ${named('m')} as author, v.at::text as at from app.note_version v
    left join app.membership m on m.school_id = v.school_id and m.account_id = v.author_id
    where v.school_id = ${schoolId} and v.note_id = any(${noteIds}::uuid[]) order by v.number`.execute(db);
  return rows.map((row) => ({ ...row, at: Temporal.Instant.from(row.at) }));
}
