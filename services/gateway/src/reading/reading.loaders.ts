import { type AssignedRow, readAssigned } from '@guichet/database/candidacy/reading.read';
import DataLoader from 'dataloader';
import { readerOf } from '../candidacy/candidacy.loaders.ts';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';

const key = Symbol('readings by id');

/** What is assigned to this reader by id, in one statement a request. */
export const readingById = (context: Context) =>
  context.loader(
    key,
    () =>
      new DataLoader<string, AssignedRow>(async (ids) => {
        const work = await context.reading();
        return byKey(ids, await readAssigned(work.db, readerOf(work), { ids }));
      }),
  );
