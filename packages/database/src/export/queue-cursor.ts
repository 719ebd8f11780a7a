import { type Kysely, sql } from 'kysely';
import { type CandidacyRow, readCandidacies } from '../candidacy/candidacy.read.ts';
import { pageOf, type Queue } from '../candidacy/queue.ts';
import type { Reader } from '../candidacy/together.ts';
import { everyRow } from './queue-size.read.ts';

/** Opens the whole queue, in its order, in this transaction: it is sorted once, however many batches are taken from it. */
export async function openQueueCursor(db: Kysely<unknown>, queue: Queue): Promise<void> {
  await sql`declare export_rows no scroll cursor for ${pageOf(queue, everyRow)}`.execute(db);
}

/** The next rows of the opened queue, as the list on screen reads them; none at its end. */
export async function nextOfCursor(db: Kysely<unknown>, reader: Reader, count: number): Promise<CandidacyRow[]> {
  const { rows } = await sql<{ id: string }>`fetch ${sql.lit(count)} from export_rows`.execute(db);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const found = new Map((await readCandidacies(db, reader, ids)).map((row) => [row.id, row]));
  return ids.flatMap((id) => found.get(id) ?? []);
}
