import { type Kysely, sql } from 'kysely';
import { withdrawnStates } from '../assignment/reader.read.ts';
import type { Stretch } from './queue.ts';
import type { Reader } from './together.ts';

/** A candidacy given to one reader. */
export interface AssignedRow {
  readonly id: string;
  readonly isMasked: boolean;
  readonly assignedAt: Temporal.Instant;
  /** Sort key: when it was assigned, at the database's full precision. */
  readonly key: string;
}

/** A stretch of what is to be read, or those named: a withdrawn one leaves the list, and says so to whoever still has it open. */
type Which = { readonly stretch: Stretch } | { readonly ids: readonly string[] };

/** What is assigned to this reader and was not taken back, by assignment; the reading starts at the assignments, of which there are few. */
export async function readAssigned(db: Kysely<unknown>, { schoolId, readerId }: Reader, which: Which): Promise<AssignedRow[]> {
  const { rows } = await sql<Omit<AssignedRow, 'assignedAt'>>`
    select c.id, a.is_masked as "isMasked", a.at::text as key
    from app.assignment a join app.candidacy c on c.school_id = a.school_id and c.id = a.candidacy_id
    where a.school_id = ${schoolId} and a.reader_id = ${readerId} and a.ended_at is null
      ${selection(which)}`.execute(db);
  return rows.map((row) => ({ ...row, assignedAt: Temporal.Instant.from(row.key) }));
}

function selection(which: Which) {
  if ('ids' in which) return sql`and c.id = any(${which.ids}::uuid[])`;
  const { beyond, isBackward, limit } = which.stretch;
  const from = beyond
    ? sql`and (a.at, c.id) ${isBackward ? sql`<` : sql`>`} (${beyond.key}::timestamptz, ${beyond.id}::uuid)`
    : sql``;
  const direction = isBackward ? sql`desc` : sql`asc`;
  return sql`and c.state not in ${withdrawnStates} ${from} order by a.at ${direction}, c.id ${direction} limit ${limit}`;
}
