import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { lostOn } from '../lost-to-another.ts';
import { type Outcome, once } from '../once.ts';
import { type LabelObjection, labelAmong, lockedLabels } from './label-list.ts';

export interface DeleteLabelInput {
  readonly labelId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

/** Takes a label off the acting school's list, and off every candidacy that bore it. */
export const deleteLabel = (work: Work, { idempotencyKey: key, ...input }: DeleteLabelInput) =>
  once<LabelObjection>(work, { operation: 'deleteLabel', key, input }, () => perform(work, input));

async function perform(
  work: Work,
  { labelId, expectedVersion }: Omit<DeleteLabelInput, 'idempotencyKey'>,
): Promise<Outcome<LabelObjection>> {
  const { version } = labelAmong(await lockedLabels(work), labelId);
  if (version !== expectedVersion) return { refused: [{ reason: 'STALE_VERSION', currentVersion: version }] };
  const { db, hat } = work;
  await sql`delete from app.candidacy_label where school_id = ${hat.school} and label_id = ${labelId}`.execute(db);
  // Somebody who put it on a candidacy at this moment wins; this deletion is tried again.
  await sql`delete from app.label where school_id = ${hat.school} and id = ${labelId}`.execute(db).catch(lostOn('23503'));
  await traceSchool(work, 'LABEL_DELETED', labelId);
  return { done: { labelId } };
}
