import { type InstitutionRow, readInstitutions } from '@guichet/database/reference-data/institution.read';
import DataLoader from 'dataloader';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';

const key = Symbol('institutions by id');

/** Institutions by id, in one statement a request. */
export const institutionById = (context: Context) =>
  context.loader(
    key,
    () =>
      new DataLoader<string, InstitutionRow>(async (ids) =>
        byKey(ids, await readInstitutions((await context.reading()).db, { ids })),
      ),
  );
