import { type Kysely, sql } from 'kysely';
import { type Queue, sizeOf } from '../candidacy/queue.ts';

/** PostgreSQL's largest whole number: every row. */
export const everyRow = { beyond: null, isBackward: false, limit: 2_147_483_647 };

/** How many rows a filtered queue has at this moment: counted from the rows themselves, as dear as reading them. */
export async function readFilteredSize(db: Kysely<unknown>, queue: Queue): Promise<number> {
  const { rows } = await sql<{ n: number }>`select (${sizeOf(queue)}) as n`.execute(db);
  return rows[0]?.n ?? 0;
}
