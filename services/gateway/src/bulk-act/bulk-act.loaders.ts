import { type BulkActRow, readBulkActs } from '@guichet/database/bulk-act/bulk-act.read';
import DataLoader from 'dataloader';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';

const key = Symbol('bulk acts by id');

/** One's own acts on several candidacies by id, in one statement a request. */
export const bulkActById = (context: Context) =>
  context.loader(
    key,
    () =>
      new DataLoader<string, BulkActRow>(async (ids) => {
        const { db, hat } = await context.reading();
        return byKey(ids, await readBulkActs(db, { schoolId: hat.school ?? '', actorId: hat.principal ?? '' }, ids));
      }),
  );

/** What an act changed, read anew for its payload. */
export const bulkActDone =
  (context: Context) =>
  ({ bulkActId = '' }: Readonly<Record<string, string>>) =>
    bulkActById(context).load(bulkActId);
