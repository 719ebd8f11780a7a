import { type KeyRow, readKeys } from '@guichet/database/key/key.read';
import DataLoader from 'dataloader';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';

const key = Symbol('keys by id');

/** Keys of the acting school by id, in one statement a request. */
export const apiKeyById = (context: Context) =>
  context.loader(
    key,
    () =>
      new DataLoader<string, KeyRow>(async (ids) => {
        const { db, hat } = await context.reading();
        return byKey(ids, await readKeys(db, hat.school ?? '', { ids }));
      }),
  );

/** Keys a school still looks at: those that stand, and those that ended within a year. */
export async function keysInSight(context: Context): Promise<KeyRow[]> {
  const { db, hat, asOf } = await context.work();
  return readKeys(db, hat.school ?? '', { since: asOf.subtract({ hours: 366 * 24 }) });
}
