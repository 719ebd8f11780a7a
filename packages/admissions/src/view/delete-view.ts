import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { lockedView, objectionsToTouching, type ViewObjection } from './view-list.ts';

export interface DeleteViewInput {
  readonly viewId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

/** Forgets a saved view; the candidacies it showed are untouched. */
export const deleteView = (work: Work, { idempotencyKey: key, ...input }: DeleteViewInput) =>
  once<ViewObjection>(work, { operation: 'deleteView', key, input }, () => perform(work, input));

async function perform(
  work: Work,
  { viewId, expectedVersion }: Omit<DeleteViewInput, 'idempotencyKey'>,
): Promise<Outcome<ViewObjection>> {
  const { view } = await lockedView(work, viewId);
  const refused = objectionsToTouching(work, view, expectedVersion);
  if (refused.length > 0) return { refused };
  await sql`delete from app.saved_view where school_id = ${work.hat.school} and id = ${viewId}`.execute(work.db);
  await traceSchool(work, 'VIEW_DELETED', viewId);
  return { done: { viewId } };
}
