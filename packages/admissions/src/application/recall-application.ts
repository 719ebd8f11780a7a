import type { Work } from '@guichet/database/session/work';
import { objectionsToRecalling, type StandingObjection } from '@guichet/domain/application/submission';
import { sql } from 'kysely';
import { tracePerson } from '../audit/trace.ts';
import type { Outcome } from '../once.ts';
import { type ApplicationAct, actOnApplication, type StaleVersion } from './act-on-application.ts';

/** Opens a revision until the deadline (reprise): the submitted copy stands, schools go on reading it and nobody is told. */
export const recallApplication = (work: Work, input: ApplicationAct): Promise<Outcome<StandingObjection | StaleVersion>> =>
  actOnApplication<StandingObjection, ApplicationAct>(work, { operation: 'recallApplication', input }, async (held) => {
    const refused = objectionsToRecalling({ ...held, asOf: work.asOf });
    if (refused.length > 0) return refused;
    const { id, candidateId } = held.application;
    await sql`
      insert into app.recall (candidate_id, id, application_id, at)
      values (${candidateId}, ${crypto.randomUUID()}, ${id}, ${work.asOf.toString()})`.execute(work.db);
    await tracePerson(work, 'APPLICATION_RECALLED', id);
    return { sets: sql`is_being_revised = true` };
  });
