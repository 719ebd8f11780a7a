import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { lostOn } from '../lost-to-another.ts';
import { once } from '../once.ts';
import { candidacyAndLabels } from './label-list.ts';

export interface LabelCandidacyInput {
  readonly candidacyId: string;
  readonly labelIds: readonly string[];
  readonly idempotencyKey: string;
}

/** Puts labels of the school on one candidacy; one that it bears already stays as it was put. */
export const labelCandidacy = (work: Work, { idempotencyKey: key, candidacyId, labelIds }: LabelCandidacyInput) =>
  once<never>(work, { operation: 'labelCandidacy', key, input: { candidacyId, labelIds } }, async () => {
    await candidacyAndLabels(work, candidacyId, labelIds);
    // A label deleted at this moment by somebody else: nothing of this stands, and the next try does not find it.
    const { numAffectedRows } = await sql`
      insert into app.candidacy_label (school_id, candidacy_id, label_id, author_id, at)
      select ${work.hat.school}::uuid, ${candidacyId}::uuid, l.id, ${work.hat.principal}::uuid, ${work.asOf.toString()}::timestamptz
      from app.label l where l.school_id = ${work.hat.school} and l.id = any(${labelIds}::uuid[])
      on conflict do nothing`
      .execute(work.db)
      .catch(lostOn('23503'));
    if (numAffectedRows) await traceSchool(work, 'CANDIDACY_LABELLED', candidacyId);
    return { done: { candidacyId } };
  });
