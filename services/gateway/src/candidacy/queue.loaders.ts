import type { Queue, QueueFilter, QueueOrder } from '@guichet/database/candidacy/queue';
import { queueOfView } from '@guichet/database/view/view.read';
import { decodeId } from '../connection/node-id.ts';
import { badUserInput, notFound } from '../errors/refused.ts';
import { knownIds, requiredId } from '../node/required-id.ts';
import { keepViewWithinScopes, keepWithinScopes } from '../permissions/within-scopes.ts';
import type { Context } from '../principal/request-context.ts';
import { viewById } from '../view/view.loaders.ts';
import type { CandidacyFilter } from './queue.type.ts';

/** A queue as it is asked for. */
export interface AskedQueue {
  readonly filter?: CandidacyFilter | null;
  readonly orderBy: QueueOrder;
}

/** The queue asked for: always the acting school's. */
export function queueOf({ asking, hat }: Context, campaignId: string, { filter, orderBy }: AskedQueue): Queue {
  keepWithinScopes(hat, filter);
  return { schoolId: asking.hat?.school ?? '', campaignId, filter: filterOf(filter), order: orderBy };
}

/** The queue asked for, or the one a saved view keeps; a view and a filter beside it contradict each other. */
export async function queueOrView(
  context: Context,
  campaignId: string,
  asked: AskedQueue & { readonly viewId?: string | null },
): Promise<Queue> {
  if (asked.viewId == null) return queueOf(context, campaignId, asked);
  if (asked.filter) throw badUserInput('filter');
  // Before it is looked up: whether there is such a view is no key's to learn either.
  keepViewWithinScopes(context.hat, {});
  const view = await viewById(context).load(requiredId('View', asked.viewId));
  keepViewWithinScopes(context.hat, view.filter);
  if (view.campaignId !== campaignId) throw notFound();
  return queueOfView(view);
}

// A uuid that no row bears.
const noReader = '00000000-0000-4000-8000-000000000000';

/** A filter with the uuids behind its ids; what is none of ours matches nothing. */
export function filterOf(filter: CandidacyFilter | null | undefined): QueueFilter {
  const { specialismIds, institutionIds, labelIds, readerId, ...plain } = filter ?? {};
  return {
    ...plain,
    specialismIds: knownIds('Specialism', specialismIds),
    institutionIds: knownIds('Institution', institutionIds),
    labelIds: knownIds('Label', labelIds),
    readerId: readerId == null ? null : (decodeId('Person', readerId) ?? noReader),
  };
}
