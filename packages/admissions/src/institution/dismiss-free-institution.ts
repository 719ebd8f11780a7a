import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import type { Outcome } from '../once.ts';
import { actOnSpelling, type SpellingAct, type SpellingMoved } from './act-on-spelling.ts';

export type DismissalObjection = SpellingMoved | { readonly reason: 'NOT_IN_THIS_STATE'; readonly path: readonly string[] };

/** Sets a spelling aside (écarter): nothing of the list answers to it, and it is asked about no more until it is merged. */
export const dismissFreeInstitution = (work: Work, input: SpellingAct): Promise<Outcome<DismissalObjection>> =>
  actOnSpelling<DismissalObjection, SpellingAct>(
    work,
    { operation: 'dismissFreeInstitution', act: 'SPELLING_DISMISSED', input },
    async ({ searchKey, country, institutionId }) => {
      if (institutionId !== null) return [{ reason: 'NOT_IN_THIS_STATE', path: ['freeInstitutionId'] }];
      await sql`insert into app.spelling_dismissal (search_key, country, at) values (${searchKey}, ${country}, ${work.asOf.toString()})
        on conflict do nothing`.execute(work.db);
      return [];
    },
  );
