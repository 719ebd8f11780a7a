import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { columnsOf } from '@guichet/domain/candidacy/columns';
import { nameKeyOf } from '@guichet/domain/label/label';
import { normalText } from '@guichet/domain/text/plain-text';
import { faultsOfViewName, mayShareViews } from '@guichet/domain/view/view';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import {
  lockedViews,
  objectionsToOneMoreView,
  objectionsToViewName,
  storedFilter,
  type ViewObjection,
  type ViewSheet,
} from './view-list.ts';

export interface SaveViewInput extends ViewSheet {
  readonly campaignId: string;
  /** The school's, for the whole team; else one's own. */
  readonly isShared: boolean;
  readonly idempotencyKey: string;
}

/** Keeps a queue under a name, for oneself or for the whole team. */
export const saveView = (work: Work, { idempotencyKey: key, ...input }: SaveViewInput) =>
  once<ViewObjection>(work, { operation: 'saveView', key, input: { ...input, filter: storedFilter(input.filter) } }, () =>
    perform(work, { ...input, name: normalText(input.name) }),
  );

async function perform(work: Work, view: Omit<SaveViewInput, 'idempotencyKey'>): Promise<Outcome<ViewObjection>> {
  const { hat, db } = work;
  const found = await sql`select id from app.campaign where id = ${view.campaignId}`.execute(db);
  if (found.rows.length === 0) throw new NotFound();
  const holderId = (view.isShared ? hat.school : hat.principal) ?? '';
  const list = await lockedViews(work, { campaignId: view.campaignId, holderId });
  const refused: ViewObjection[] = [
    ...faultsOfViewName(view.name),
    ...objectionsToViewName(list, view.name),
    ...objectionsToOneMoreView(list),
    ...(view.isShared && !mayShareViews(hat.functions) ? [{ reason: 'OFFICERS_SHARE', path: ['isShared'] } as const] : []),
  ];
  if (refused.length > 0) return { refused };
  const viewId = crypto.randomUUID();
  await insert(work, view, { viewId, holderId });
  await traceSchool(work, 'VIEW_SAVED', viewId);
  return { done: { viewId } };
}

async function insert({ db, hat }: Work, view: Omit<SaveViewInput, 'idempotencyKey'>, { viewId, holderId }: Ids) {
  await sql`
    insert into app.saved_view (school_id, id, campaign_id, holder_id, name, name_key, filter, order_by, columns)
    values (${hat.school}, ${viewId}, ${view.campaignId}, ${holderId}, ${view.name}, ${nameKeyOf(view.name)},
      ${storedFilter(view.filter)}, ${view.orderBy}, ${[...columnsOf(view.columns)]}::text[])`.execute(db);
}

interface Ids {
  readonly viewId: string;
  readonly holderId: string;
}
