import type { QueueFilter, QueueOrder } from '@guichet/database/candidacy/queue';
import { filterToJson } from '@guichet/database/candidacy/stored-filter';
import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import type { CandidacyColumn } from '@guichet/domain/candidacy/columns';
import { nameKeyOf } from '@guichet/domain/label/label';
import { canonicalJson } from '@guichet/domain/notice/canonical-json';
import { mayShareViews, mostViews, type ViewFault } from '@guichet/domain/view/view';
import { sql } from 'kysely';

/** What a saved view keeps under its name. */
export interface ViewSheet {
  readonly name: string;
  readonly filter: QueueFilter;
  readonly orderBy: QueueOrder;
  readonly columns: readonly CandidacyColumn[];
}

export type ViewObjection =
  | ViewFault
  | { readonly reason: 'STALE_VERSION'; readonly currentVersion: number }
  | { readonly reason: 'ALREADY_EXISTS'; readonly path: readonly string[] }
  | { readonly reason: 'TOO_MANY_VIEWS'; readonly max: number }
  | { readonly reason: 'OFFICERS_SHARE'; readonly path: readonly string[] | null };

/** A view as it stands; held by a person, or by the school itself. */
export interface StandingView {
  readonly id: string;
  readonly campaignId: string;
  readonly holderId: string;
  readonly name: string;
  readonly version: number;
}

/** Which views share one list of names: those of one holder in one campaign. */
export type ViewList = Pick<StandingView, 'campaignId' | 'holderId'>;

/** Views of one list, locked by the school's row: two who add one at once take turns. */
export async function lockedViews({ db, hat }: Work, { campaignId, holderId }: ViewList): Promise<readonly StandingView[]> {
  await sql`select from app.school where id = ${hat.school} for no key update`.execute(db);
  const { rows } = await sql<StandingView>`${standing} where school_id = ${hat.school} and campaign_id = ${campaignId}
    and holder_id = ${holderId}`.execute(db);
  return rows;
}

const standing = sql`select id, campaign_id as "campaignId", holder_id as "holderId", name, version from app.saved_view`;

/** One view among those of its list, locked; `NotFound` when it is not there, another person's or another school's. */
export async function lockedView(work: Work, viewId: string): Promise<{ view: StandingView; list: readonly StandingView[] }> {
  const { rows } = await sql<StandingView>`${standing} where school_id = ${work.hat.school} and id = ${viewId}`.execute(work.db);
  const list = rows[0] ? await lockedViews(work, rows[0]) : [];
  const view = list.find(({ id }) => id === viewId);
  if (!view) throw new NotFound();
  return { view, list };
}

/** Why a view that stands is not touched: the school's by an observer, or one changed meanwhile. */
export function objectionsToTouching({ hat }: Work, view: StandingView, expectedVersion: number): ViewObjection[] {
  if (view.holderId === hat.school && !mayShareViews(hat.functions)) return [{ reason: 'OFFICERS_SHARE', path: null }];
  return view.version === expectedVersion ? [] : [{ reason: 'STALE_VERSION', currentVersion: view.version }];
}

/** What a list of views objects to a name: another of them bears it, whatever the case and accents. */
export const objectionsToViewName = (list: readonly StandingView[], name: string, own?: string): ViewObjection[] =>
  list.some((view) => view.id !== own && nameKeyOf(view.name) === nameKeyOf(name))
    ? [{ reason: 'ALREADY_EXISTS', path: ['name'] }]
    : [];

/** What a list of views objects to one more. */
export const objectionsToOneMoreView = (list: readonly StandingView[]): ViewObjection[] =>
  list.length >= mostViews ? [{ reason: 'TOO_MANY_VIEWS', max: mostViews }] : [];

/** A filter as its row keeps it: canonical, without what filters nothing. */
export const storedFilter = (filter: QueueFilter): string =>
  canonicalJson(
    Object.fromEntries(
      Object.entries(JSON.parse(filterToJson(filter)) as Record<string, unknown>).filter(([, value]) => value !== null),
    ),
  );
