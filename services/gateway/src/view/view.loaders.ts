import type { QueueFilter } from '@guichet/database/candidacy/queue';
import { queueOfView, readPresentIds, readSizes, readViews, type ViewRow } from '@guichet/database/view/view.read';
import DataLoader from 'dataloader';
import { encodeId } from '../connection/node-id.ts';
import { mayNarrow } from '../permissions/within-scopes.ts';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';

const views = Symbol('views by id');
const sizes = Symbol('sizes by view');
const absentees = Symbol('absent ids by view');

/** A key is shown no view that narrows by what it may not read: its number alone would tell. */
export const shownTo = ({ hat }: Context, rows: readonly ViewRow[]): readonly ViewRow[] =>
  rows.filter(({ filter }) => mayNarrow(hat, filter));

/** Views of the reader and of the acting school by id, in one statement a request. */
export const viewById = (context: Context) =>
  context.loader(
    views,
    () =>
      new DataLoader<string, ViewRow>(async (ids) => {
        const { db, hat } = await context.reading();
        return byKey(ids, shownTo(context, await readViews(db, hat.school ?? '', { ids })));
      }),
  );

/** How many candidacies each view holds; one statement for all the views of a list. */
export const sizeOfView = (context: Context) =>
  context.loader(
    sizes,
    () =>
      new DataLoader<ViewRow, number, string>(
        async (rows) => [...(await readSizes((await context.reading()).db, rows.map(queueOfView)))],
        { cacheKeyFn: ({ id }) => id },
      ),
  );

/** Ids that a view's filter names and that are no more; one statement for all the views of a list. */
export const absentIdsOf = (context: Context) =>
  context.loader(
    absentees,
    () =>
      new DataLoader<ViewRow, readonly string[], string>((rows) => readAbsentees(context, rows), { cacheKeyFn: ({ id }) => id }),
  );

async function readAbsentees(context: Context, rows: readonly ViewRow[]): Promise<(readonly string[])[]> {
  const { db, hat } = await context.reading();
  const named = rows.map(({ filter }) => namedBy(filter));
  const all = (type: string) => named.flatMap((ids) => ids.flatMap((each) => (each.type === type ? [each.id] : [])));
  const present = await readPresentIds(db, hat.school ?? '', {
    specialismIds: all('Specialism'),
    institutionIds: all('Institution'),
    labelIds: all('Label'),
    readerIds: all('Person'),
  });
  return named.map((ids) => ids.flatMap(({ type, id }) => (present.has(id) ? [] : [encodeId(type, id)])));
}

const namedBy = ({ specialismIds, institutionIds, labelIds, readerId }: QueueFilter) => [
  ...typed('Specialism', specialismIds),
  ...typed('Institution', institutionIds),
  ...typed('Label', labelIds),
  ...typed('Person', readerId ? [readerId] : []),
];

const typed = (type: string, ids: readonly string[] | null | undefined) => (ids ?? []).map((id) => ({ type, id }));
