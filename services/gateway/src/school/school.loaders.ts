import { readSchools, type SchoolRow } from '@guichet/database/school/school.read';
import DataLoader from 'dataloader';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';

const key = Symbol('schools by id');

/** Schools by id, in one statement a request. */
export const schoolById = (context: Context) =>
  context.loader(
    key,
    () => new DataLoader<string, SchoolRow>(async (ids) => byKey(ids, await readSchools((await context.reading()).db, { ids }))),
  );
