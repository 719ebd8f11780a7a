import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';

/**
 * Puts whoever changes the people of one school, or of the consortium, in a row. The names are those of the database's own keepers of the
 * last administrator, so that no two acts wait for each other.
 */
export async function lockPeople({ db }: Work, of: { readonly schoolId: string } | 'CONSORTIUM'): Promise<void> {
  const name = of === 'CONSORTIUM' ? 'consortium_right' : `membership ${of.schoolId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
}
