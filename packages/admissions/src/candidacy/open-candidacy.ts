import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { highestOf, mayOf } from '@guichet/domain/account/school-function';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';

export interface OpenCandidacyInput {
  readonly candidacyId: string;
  readonly idempotencyKey: string;
}

/** Opens a dossier for this reader: from then on its content answers. The first opening stays; opening again changes nothing. */
export const openCandidacy = (work: Work, input: OpenCandidacyInput): Promise<Outcome<never>> =>
  once(work, { operation: 'openCandidacy', key: input.idempotencyKey, input: { candidacyId: input.candidacyId } }, async () => {
    const { candidacyId } = input;
    const found = await sql`select id from app.candidacy c
      where school_id = ${work.hat.school} and id = ${candidacyId} ${withinReach(work)}`.execute(work.db);
    if (found.rows.length === 0) throw new NotFound();
    const [reader, means] = work.hat.kind === 'key' ? ['API_KEY', 'KEY'] : [highestOf(work.hat.functions), 'SCREEN'];
    const { numAffectedRows } = await sql`
      insert into app.opening (school_id, candidacy_id, reader_id, function, means, at)
      values (${work.hat.school}, ${candidacyId}, ${work.hat.principal}, ${reader}, ${means}, ${work.asOf.toString()})
      on conflict do nothing`.execute(work.db);
    if (numAffectedRows === 1n) await traceSchool(work, 'CANDIDACY_OPENED', candidacyId);
    return { done: { candidacyId } };
  });

/** Whoever works the queue opens what is in it, a key what its scopes let it; whoever only watches it and reads too, what is assigned. */
const withinReach = ({ hat }: Work) =>
  hat.kind === 'school' && !mayOf(hat.functions).has('OPEN_CANDIDACY')
    ? sql`and exists (select from app.assignment a where a.school_id = c.school_id and a.candidacy_id = c.id
        and a.reader_id = ${hat.principal} and a.ended_at is null)`
    : sql``;
