import type { CandidacyColumn } from '@guichet/domain/candidacy/columns';
import { type Kysely, sql } from 'kysely';
import { type Queue, type QueueFilter, type QueueOrder, sizeOf } from '../candidacy/queue.ts';
import { filterFromJson } from '../candidacy/stored-filter.ts';

/** A saved view, as whoever may use it reads it: one's own and the school's. */
export interface ViewRow {
  readonly id: string;
  readonly schoolId: string;
  readonly campaignId: string;
  readonly name: string;
  readonly isShared: boolean;
  readonly filter: QueueFilter;
  readonly orderBy: QueueOrder;
  readonly columns: readonly CandidacyColumn[];
  readonly version: number;
}

type Which = { readonly campaignId: string } | { readonly ids: readonly string[] };

/** Saved views of the reader and of the school: the school's first, each by name. */
export async function readViews(db: Kysely<unknown>, schoolId: string, which: Which): Promise<ViewRow[]> {
  const some = 'ids' in which ? sql`v.id = any(${which.ids}::uuid[])` : sql`v.campaign_id = ${which.campaignId}`;
  const { rows } = await sql<Omit<ViewRow, 'filter'> & { readonly filter: string }>`
    select v.id, v.school_id as "schoolId", v.campaign_id as "campaignId", v.name, v.holder_id = v.school_id as "isShared",
      v.filter, v.order_by as "orderBy", v.columns, v.version
    from app.saved_view v where v.school_id = ${schoolId} and ${some}
    order by v.holder_id <> v.school_id, v.name collate "fr-x-icu", v.id`.execute(db);
  return rows.map((row) => ({ ...row, filter: filterFromJson(JSON.parse(row.filter)) }));
}

/** The queue a view shows. */
export const queueOfView = ({ schoolId, campaignId, filter, orderBy }: ViewRow): Queue => ({
  schoolId,
  campaignId,
  filter,
  order: orderBy,
});

/** How many candidacies each queue holds, of those its reader may see; one statement for all. */
export async function readSizes(db: Kysely<unknown>, queues: readonly Queue[]): Promise<readonly number[]> {
  if (queues.length === 0) return [];
  const sizes = queues.map((queue) => sql`(${sizeOf(queue)})`);
  const { rows } = await sql<{ sizes: number[] }>`select array[${sql.join(sizes)}] as sizes`.execute(db);
  return rows[0]?.sizes ?? [];
}

/** Ids a filter may name, by their kind. */
export interface NamedIds {
  readonly specialismIds: readonly string[];
  readonly institutionIds: readonly string[];
  readonly labelIds: readonly string[];
  readonly readerIds: readonly string[];
}

/** Which of some ids are still there, in one statement. */
export async function readPresentIds(
  db: Kysely<unknown>,
  schoolId: string,
  { specialismIds, institutionIds, labelIds, readerIds }: NamedIds,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from app.specialism where id = any(${specialismIds}::uuid[])
    union all select id from app.institution where id = any(${institutionIds}::uuid[])
    union all select id from app.label where school_id = ${schoolId} and id = any(${labelIds}::uuid[])
    union all select id from app.membership where school_id = ${schoolId} and id = any(${readerIds}::uuid[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
