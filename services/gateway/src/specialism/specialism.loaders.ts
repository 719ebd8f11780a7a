import { readSpecialisms, type SpecialismRow } from '@guichet/database/reference-data/specialism.read';
import DataLoader from 'dataloader';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';

const key = Symbol('specialisms by id');

/** Specialisms by id, in one statement a request. */
export const specialismById = (context: Context) =>
  context.loader(
    key,
    () =>
      new DataLoader<string, SpecialismRow>(async (ids) =>
        byKey(ids, await readSpecialisms((await context.reading()).db, { ids })),
      ),
  );
