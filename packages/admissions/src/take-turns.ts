import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';

/**
 * Puts the acts that share a name in a row: each waits until the one before has ended, so what it counts is not counted twice. Held until the
 * transaction ends, or rolls back to a savepoint set before.
 */
export const takeTurns = async ({ db }: Pick<Work, 'db'>, name: string): Promise<void> =>
  void (await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db));
