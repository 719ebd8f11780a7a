import type { Work } from '@guichet/database/session/work';
import { faultsOfLabel, type LabelSheet, nameKeyOf } from '@guichet/domain/label/label';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { type LabelObjection, lockedLabels, objectionsToName, objectionsToOneMore, tidiedLabel } from './label-list.ts';

export interface CreateLabelInput extends LabelSheet {
  readonly idempotencyKey: string;
}

/** Adds a label to the acting school's list. */
export const createLabel = (work: Work, { idempotencyKey: key, name, colour }: CreateLabelInput) =>
  once<LabelObjection>(work, { operation: 'createLabel', key, input: { name, colour } }, () =>
    perform(work, tidiedLabel({ name, colour })),
  );

async function perform(work: Work, label: LabelSheet): Promise<Outcome<LabelObjection>> {
  const labels = await lockedLabels(work);
  const refused = [...faultsOfLabel(label), ...objectionsToName(labels, label.name), ...objectionsToOneMore(labels)];
  if (refused.length > 0) return { refused };
  const labelId = crypto.randomUUID();
  await sql`insert into app.label (school_id, id, name, name_key, colour)
    values (${work.hat.school}, ${labelId}, ${label.name}, ${nameKeyOf(label.name)}, ${label.colour})`.execute(work.db);
  await traceSchool(work, 'LABEL_CREATED', labelId);
  return { done: { labelId } };
}
