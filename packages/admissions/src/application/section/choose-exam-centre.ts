import type { Work } from '@guichet/database/session/work';
import { objectionsToExamCentre } from '@guichet/domain/application/choices';
import { sql } from 'kysely';
import type { ApplicationAct } from '../act-on-application.ts';
import { writeSection } from './write-section.ts';

export interface ChooseExamCentre extends ApplicationAct {
  /** Null takes the choice back. */
  readonly examCentreId: string | null;
}

/** Picks where the orals are sat; it may be a school not applied to. */
export const chooseExamCentre = (work: Work, input: ChooseExamCentre) =>
  writeSection(work, { operation: 'chooseExamCentre', input, act: 'EXAM_CENTRE_CHOSEN' }, async ({ application, campaign }) => {
    const centre = input.examCentreId;
    const refused = centre === null ? [] : objectionsToExamCentre(centre, campaign);
    if (refused.length > 0) return refused;
    await sql`update app.application set exam_centre_id = ${centre} where id = ${application.id}`.execute(work.db);
    return [];
  });
