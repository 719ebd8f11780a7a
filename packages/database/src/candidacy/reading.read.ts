import { type Kysely, sql } from 'kysely';
import type { Reader } from './candidacy.read.ts';
import type { Stretch } from './queue.ts';

/** A candidacy given to one reader. */
export interface AssignedRow {
  readonly id: string;
  readonly isMasked: boolean;
  /** Sort key: the arrival, at the database's full precision. */
  readonly key: string;
}

type Which = { readonly stretch: Stretch } | { readonly ids: readonly string[] };

/** What is assigned to this reader, by arrival; the reading starts at the assignments, of which there are few. */
export async function readAssigned(db: Kysely<unknown>, { schoolId, readerId }: Reader, which: Which): Promise<AssignedRow[]> {
  const { rows } = await sql<AssignedRow>`
    select c.id, a.is_masked as "isMasked", c.received_at::text as key
    from app.assignment a join app.candidacy c on c.school_id = a.school_id and c.id = a.candidacy_id
    where a.school_id = ${schoolId} and a.reader_id = ${readerId} ${selection(which)}`.execute(db);
  return rows;
}

function selection(which: Which) {
  if ('ids' in which) return sql`and c.id = any(${which.ids}::uuid[])`;
  const { beyond, isBackward, limit } = which.stretch;
  const from = beyond
    ? sql`and (c.received_at, c.id) ${isBackward ? sql`<` : sql`>`} (${beyond.key}::timestamptz, ${beyond.id}::uuid)`
    : sql``;
  const direction = isBackward ? sql`desc` : sql`asc`;
  return sql`${from} order by c.received_at ${direction}, c.id ${direction} limit ${limit}`;
}
