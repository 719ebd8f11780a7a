import type { FileReader, ReadingMeans } from '@guichet/domain/candidacy/reading';
import { type Kysely, sql } from 'kysely';

/** One reading of the acting candidate's dossier: where and as what, never who. */
export interface AccessRow {
  readonly id: string;
  readonly schoolId: string;
  readonly reader: FileReader;
  readonly means: ReadingMeans;
  readonly at: Temporal.Instant;
  /** Sort key of the list, at the database's full precision. */
  readonly key: string;
}

type Stored = Omit<AccessRow, 'at'>;

/** A page of the readings of a candidate's dossiers, newest first. */
export async function readAccessLog(
  db: Kysely<unknown>,
  { after, limit }: { readonly after: { readonly key: string | null; readonly id: string } | null; readonly limit: number },
): Promise<AccessRow[]> {
  const beyond = after ? sql`where (o.at, o.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<Stored>`
    select o.id, o.school_id as "schoolId", o.reader, o.means, o.at::text as key from (
      select id, school_id, function as reader, means, at from app.opening
      union all select id, school_id, 'CONSORTIUM', 'BREAK_GLASS', at from app.break_glass) o ${beyond}
    order by o.at desc, o.id desc limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, at: Temporal.Instant.from(row.key) }));
}
