import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { type LabelFault, type LabelSheet, mostLabels, nameKeyOf } from '@guichet/domain/label/label';
import { normalText } from '@guichet/domain/text/plain-text';
import { sql } from 'kysely';

export type LabelObjection =
  | LabelFault
  | { readonly reason: 'STALE_VERSION'; readonly currentVersion: number }
  | { readonly reason: 'ALREADY_EXISTS'; readonly path: readonly string[] }
  | { readonly reason: 'TOO_MANY_LABELS'; readonly max: number };

/** A label as it stands. */
export interface StandingLabel extends LabelSheet {
  readonly id: string;
  readonly version: number;
}

/** The acting school's labels, its list locked: two people who add one at once take turns, so neither name nor number is passed. */
export async function lockedLabels({ db, hat }: Work): Promise<readonly StandingLabel[]> {
  await sql`select from app.school where id = ${hat.school} for no key update`.execute(db);
  const { rows } =
    await sql<StandingLabel>`select id, name, colour, version from app.label where school_id = ${hat.school}`.execute(db);
  return rows;
}

/** One of them; `NotFound` when it is not there, or another school's. */
export function labelAmong(labels: readonly StandingLabel[], id: string): StandingLabel {
  const found = labels.find((label) => label.id === id);
  if (!found) throw new NotFound();
  return found;
}

/** What the list objects to a name: another label bears it, whatever the case and accents. */
export const objectionsToName = (labels: readonly StandingLabel[], name: string, own?: string): LabelObjection[] =>
  labels.some((label) => label.id !== own && nameKeyOf(label.name) === nameKeyOf(name))
    ? [{ reason: 'ALREADY_EXISTS', path: ['name'] }]
    : [];

/** What the list objects to one more. */
export const objectionsToOneMore = (labels: readonly StandingLabel[]): LabelObjection[] =>
  labels.length >= mostLabels ? [{ reason: 'TOO_MANY_LABELS', max: mostLabels }] : [];

/** A label as it is stored. */
export const tidiedLabel = ({ name, colour }: LabelSheet): LabelSheet => ({
  name: normalText(name),
  colour: colour.trim().toLowerCase(),
});

/** A candidacy and labels of the acting school, all of them; else what is absent or another school's answers alike. */
export async function candidacyAndLabels({ db, hat }: Work, candidacyId: string, labelIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ candidacies: number; labels: number }>`
    select (select count(*)::int from app.candidacy where school_id = ${hat.school} and id = ${candidacyId}) as candidacies,
      (select count(*)::int from app.label where school_id = ${hat.school} and id = any(${labelIds}::uuid[])) as labels`.execute(
    db,
  );
  const [found] = rows;
  if (found?.candidacies !== 1 || found.labels !== new Set(labelIds).size) throw new NotFound();
}
