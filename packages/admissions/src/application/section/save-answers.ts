import type { Work } from '@guichet/database/session/work';
import type { Answers } from '@guichet/domain/application/application';
import { faultsOfMotivation } from '@guichet/domain/application/draft-faults';
import { sql } from 'kysely';
import type { ApplicationAct } from '../act-on-application.ts';
import { answersAfter, type Given } from './given-answers.ts';
import { writeSection } from './write-section.ts';

export interface SaveAnswers extends ApplicationAct {
  readonly answers: Given<Answers>;
}

/** Saves the free answers of a draft. */
export const saveAnswers = (work: Work, input: SaveAnswers) =>
  writeSection(work, { operation: 'saveAnswers', input, act: 'ANSWERS_SAVED' }, async ({ application: { id, answers } }) => {
    const after = answersAfter<Answers>({ motivation: null }, answers, input.answers);
    const faults = faultsOfMotivation(after);
    if (faults.length > 0) return faults;
    await sql`update app.application set answers = ${JSON.stringify(after)}::jsonb where id = ${id}`.execute(work.db);
    return [];
  });
