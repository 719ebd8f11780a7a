import type { Work } from '@guichet/database/session/work';
import { columnsOf } from '@guichet/domain/candidacy/columns';
import { nameKeyOf } from '@guichet/domain/label/label';
import { normalText } from '@guichet/domain/text/plain-text';
import { faultsOfViewName } from '@guichet/domain/view/view';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import {
  lockedView,
  objectionsToTouching,
  objectionsToViewName,
  storedFilter,
  type ViewObjection,
  type ViewSheet,
} from './view-list.ts';

/** What is absent stays as it is. */
export type ViewChange = { readonly [Part in keyof ViewSheet]?: ViewSheet[Part] | undefined };

export interface ChangeViewInput extends ViewChange {
  readonly viewId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

/** Changes what a saved view keeps; whose it is stays. */
export const changeView = (work: Work, { idempotencyKey: key, ...input }: ChangeViewInput) => {
  const filter = input.filter && storedFilter(input.filter);
  const compared = JSON.parse(JSON.stringify({ ...input, filter }));
  return once<ViewObjection>(work, { operation: 'changeView', key, input: compared }, () => perform(work, input));
};

async function perform(work: Work, change: Omit<ChangeViewInput, 'idempotencyKey'>): Promise<Outcome<ViewObjection>> {
  const { viewId, expectedVersion } = change;
  const { view, list } = await lockedView(work, viewId);
  const touching = objectionsToTouching(work, view, expectedVersion);
  if (touching.length > 0) return { refused: touching };
  const name = normalText(change.name ?? view.name);
  const refused = [...faultsOfViewName(name), ...objectionsToViewName(list, name, viewId)];
  if (refused.length > 0) return { refused };
  await update(work, viewId, { ...change, name });
  await traceSchool(work, 'VIEW_CHANGED', viewId);
  return { done: { viewId } };
}

async function update({ db, hat }: Work, viewId: string, { name, filter, orderBy, columns }: ViewChange & { name: string }) {
  await sql`
    update app.saved_view set name = ${name}, name_key = ${nameKeyOf(name)}, version = version + 1,
      filter = coalesce(${filter ? storedFilter(filter) : null}, filter), order_by = coalesce(${orderBy ?? null}, order_by),
      columns = coalesce(${columns ? [...columnsOf(columns)] : null}::text[], columns)
    where school_id = ${hat.school} and id = ${viewId}`.execute(db);
}
