import type { Work } from '@guichet/database/session/work';
import { faultsOfLabel, type LabelSheet, nameKeyOf } from '@guichet/domain/label/label';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { type LabelObjection, labelAmong, lockedLabels, objectionsToName, tidiedLabel } from './label-list.ts';

/** What is absent stays as it is. */
export interface ChangeLabelInput {
  readonly labelId: string;
  readonly expectedVersion: number;
  readonly name?: string | undefined;
  readonly colour?: string | undefined;
  readonly idempotencyKey: string;
}

/** Gives a label another name or colour; it stays where it was put. */
export const changeLabel = (work: Work, { idempotencyKey: key, ...input }: ChangeLabelInput) =>
  once<LabelObjection>(work, { operation: 'changeLabel', key, input: JSON.parse(JSON.stringify(input)) }, () =>
    perform(work, input),
  );

async function perform(work: Work, input: Omit<ChangeLabelInput, 'idempotencyKey'>): Promise<Outcome<LabelObjection>> {
  const { labelId } = input;
  const labels = await lockedLabels(work);
  const standing = labelAmong(labels, labelId);
  if (standing.version !== input.expectedVersion)
    return { refused: [{ reason: 'STALE_VERSION', currentVersion: standing.version }] };
  const label = tidiedLabel({ name: input.name ?? standing.name, colour: input.colour ?? standing.colour });
  const refused = [...faultsOfLabel(label), ...objectionsToName(labels, label.name, labelId)];
  if (refused.length > 0) return { refused };
  await write(work, labelId, label);
  await traceSchool(work, 'LABEL_CHANGED', labelId);
  return { done: { labelId } };
}

async function write({ db, hat }: Work, id: string, { name, colour }: LabelSheet) {
  await sql`update app.label set name = ${name}, name_key = ${nameKeyOf(name)}, colour = ${colour}, version = version + 1
    where school_id = ${hat.school} and id = ${id}`.execute(db);
}
