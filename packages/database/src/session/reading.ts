import { type Kysely, sql } from 'kysely';
import type { Binding } from './binding.ts';
import type { Answer, Statement } from './connection/batch.ts';
import { poolOf } from './connection/pool-of.ts';
import { sendReading } from './connection/readings-line.ts';
import { rowsThrough } from './connection/rows-through.ts';
import { nameOf } from './connection/statement-names.ts';
import type { Hat } from './hat.ts';
import { readingScopeOf } from './scope.ts';

/** Rows as one principal may read them. */
export interface Reading {
  /** Plain rows; each statement sees what was committed when it began. */
  readonly db: Kysely<unknown>;
  readonly hat: Hat;
}

/**
 * Reads under one principal, a transaction a statement: role and sealed settings go to the server in one batch with the statement,
 * and die at its end. One round trip, no connection is held between two, and nothing can be written.
 */
export function readingAs({ orm, sealKey }: Binding, hat: Hat): Reading {
  const scope = readingScopeOf(sealKey, hat);
  const sendOne = async ({ text, values }: Statement): Promise<Answer> => {
    const [, answer] = await sendReading(await poolOf(orm), [scope, { text, values, name: nameOf(hat.role, text) }]);
    return answer as Answer;
  };
  return { db: rowsThrough(sendOne), hat };
}

/** The database's clock, as this principal's next statement would have it. */
export async function clockOf({ db }: Reading): Promise<Temporal.Instant> {
  const { rows } = await sql<{ at: string }>`select app.clock()::text as at`.execute(db);
  return Temporal.Instant.from((rows[0] as { at: string }).at);
}
