import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';

/** Whether this transaction may do the job: the first of several workers to ask, until its transaction ends. */
export async function isAlone({ db }: Work, job: string): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`guichet ${job}`}, 0)) as alone`.execute(db);
  return rows[0]?.alone === true;
}
