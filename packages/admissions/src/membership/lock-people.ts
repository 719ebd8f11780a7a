import type { Work } from '@guichet/database/session/work';
import { takeTurns } from '../take-turns.ts';

/**
 * Puts whoever changes the people of one school, or of the consortium, in a row. The names are those of the database's own keepers of the
 * last administrator, so that no two acts wait for each other.
 */
export const lockPeople = (work: Work, of: { readonly schoolId: string } | 'CONSORTIUM'): Promise<void> =>
  takeTurns(work, of === 'CONSORTIUM' ? 'consortium_right' : `membership ${of.schoolId}`);
