import type { Work } from '@guichet/database/session/work';
import type { SpecialArrangements } from '@guichet/domain/application/application';
import { faultsOfArrangements } from '@guichet/domain/application/draft-faults';
import { sql } from 'kysely';
import type { ApplicationAct } from '../act-on-application.ts';
import { answersAfter, type Given } from './given-answers.ts';
import { writeSection } from './write-section.ts';

export interface SaveArrangements extends ApplicationAct {
  readonly arrangements: Given<SpecialArrangements>;
}

/** Saves what a candidate needs at the orals, in a row of its own: no school's role has any right on it. */
export const saveArrangements = (work: Work, input: SaveArrangements) =>
  writeSection(work, { operation: 'saveArrangements', input, act: 'ARRANGEMENTS_SAVED' }, async ({ application }) => {
    const { id, candidateId, arrangements } = application;
    const after = answersAfter<SpecialArrangements>({ needs: null, text: null }, arrangements, input.arrangements);
    const faults = faultsOfArrangements(after);
    if (faults.length > 0) return faults;
    await sql`
      insert into app.special_arrangement (candidate_id, application_id, content)
      values (${candidateId}, ${id}, ${JSON.stringify(after)}::jsonb)
      on conflict (candidate_id, application_id) do update set content = excluded.content`.execute(work.db);
    return [];
  });
