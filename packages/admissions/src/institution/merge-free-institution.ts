import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import type { Outcome } from '../once.ts';
import { actOnSpelling, type SpellingAct, type SpellingMoved, writeAlias } from './act-on-spelling.ts';

export interface MergeFreeInstitutionInput extends SpellingAct {
  readonly institutionId: string;
}

/** Says that a spelling is a listed institution (rattacher); remembered for every dossier that bears it. */
export const mergeFreeInstitution = (work: Work, input: MergeFreeInstitutionInput): Promise<Outcome<SpellingMoved>> =>
  actOnSpelling<never, MergeFreeInstitutionInput>(
    work,
    { operation: 'mergeFreeInstitution', act: 'SPELLING_MERGED', input },
    async (spelling) => {
      const { rows } = await sql`select from app.institution where id = ${input.institutionId}`.execute(work.db);
      if (rows.length === 0) throw new NotFound();
      await writeAlias(work, spelling, input.institutionId);
      return [];
    },
  );
