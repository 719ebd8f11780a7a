import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { once } from '../once.ts';
import type { LabelCandidacyInput } from './label-candidacy.ts';
import { candidacyAndLabels } from './label-list.ts';

/** Takes labels off one candidacy; one that it does not bear is off already. */
export const unlabelCandidacy = (work: Work, { idempotencyKey: key, candidacyId, labelIds }: LabelCandidacyInput) =>
  once<never>(work, { operation: 'unlabelCandidacy', key, input: { candidacyId, labelIds } }, async () => {
    await candidacyAndLabels(work, candidacyId, labelIds);
    const { numAffectedRows } = await sql`delete from app.candidacy_label
      where school_id = ${work.hat.school} and candidacy_id = ${candidacyId} and label_id = any(${labelIds}::uuid[])`.execute(
      work.db,
    );
    if (numAffectedRows) await traceSchool(work, 'CANDIDACY_UNLABELLED', candidacyId);
    return { done: { candidacyId } };
  });
