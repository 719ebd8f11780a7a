import type { Work } from '@guichet/database/session/work';
import type { DraftChoice } from '@guichet/domain/application/application';
import { objectionsToChoices } from '@guichet/domain/application/choices';
import { sql } from 'kysely';
import type { ApplicationAct } from '../act-on-application.ts';
import { writeSection } from './write-section.ts';

export interface ChooseSchools extends ApplicationAct {
  /** The whole list; its own order means nothing. */
  readonly choices: readonly DraftChoice[];
}

/** Chooses schools, their specialisms and ranks anew; a school chosen before keeps the id of its choice. */
export const chooseSchools = (work: Work, input: ChooseSchools) =>
  writeSection(work, { operation: 'chooseSchools', input, act: 'SCHOOLS_CHOSEN' }, async ({ application, campaign }) => {
    const refused = objectionsToChoices(input.choices, campaign);
    if (refused.length > 0) return refused;
    const before = new Map(
      [...(application.submitted?.choices ?? []), ...application.choices].map(({ schoolId, id }) => [schoolId, id]),
    );
    const chosen = input.choices.map((choice) => ({ id: before.get(choice.schoolId) ?? crypto.randomUUID(), ...choice }));
    await sql`update app.application set choices = ${JSON.stringify(chosen)}::jsonb where id = ${application.id}`.execute(
      work.db,
    );
    return [];
  });
