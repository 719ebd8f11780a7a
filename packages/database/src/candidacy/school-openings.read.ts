import type { FileReader, ReadingMeans } from '@guichet/domain/candidacy/reading';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Stretch } from './queue.ts';

/** One reading of what a dossier says, as the school that read it sees it. */
export interface SchoolOpeningRow {
  readonly id: string;
  readonly candidacyId: string;
  readonly reader: FileReader;
  readonly means: ReadingMeans;
  readonly person: { readonly id: string; readonly displayName: string } | null;
  readonly keyName: string | null;
  readonly at: Temporal.Instant;
  /** Sort key, at the database's full precision. */
  readonly key: string;
}

export interface WhichOpenings {
  readonly schoolId: string;
  /** Of one candidacy alone; null for all of them. */
  readonly candidacyId: string | null;
  readonly stretch: Stretch;
}

/** A school's own readings, newest first: the page is taken first, then names are joined to it. */
export async function readSchoolOpenings(db: Kysely<unknown>, which: WhichOpenings): Promise<SchoolOpeningRow[]> {
  const { rows } = await sql<Omit<SchoolOpeningRow, 'at'>>`
    select p.id, p.candidacy_id as "candidacyId", p.function as reader, p.means, p.at::text as key, k.name as "keyName",
      case when m.id is null then null else json_build_object('id', m.id, 'displayName', m.display_name) end as person
    from (${pageOf(which)}) p
    left join app.membership m on m.school_id = ${which.schoolId} and m.account_id = p.reader_id
    left join app.api_key k on k.school_id = ${which.schoolId} and k.id = p.reader_id
    order by p.at desc, p.id desc`.execute(db);
  return rows.map((row) => ({ ...row, at: Temporal.Instant.from(row.key) }));
}

function pageOf({ schoolId, candidacyId, stretch: { beyond, limit } }: WhichOpenings): RawBuilder<unknown> {
  const of = candidacyId === null ? sql`` : sql`and o.candidacy_id = ${candidacyId}`;
  const from = beyond ? sql`and (o.at, o.id) < (${beyond.key}::timestamptz, ${beyond.id}::uuid)` : sql``;
  return sql`select o.id, o.candidacy_id, o.reader_id, o.function, o.means, o.at from app.opening o
    where o.school_id = ${schoolId} ${of} ${from} order by o.at desc, o.id desc limit ${limit}`;
}
