import {
  type FreeInstitutionRow,
  readFreeInstitutions,
  readWrittenInstitutions,
} from '@guichet/database/reference-data/free-institution.read';
import { disclosed } from '@guichet/domain/campaign/small-groups';
import { type InstitutionIndex, indexOfInstitutions } from '@guichet/domain/institution/likeness';
import DataLoader from 'dataloader';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';
import type { FreeInstitutionType } from './free-institution.type.ts';

const [byId, index] = [Symbol('spellings by id'), Symbol('index of the listed institutions')];

/** A spelling in the contract's words; few people are not counted. */
export const freeInstitutionOf = ({ candidateCount, ...row }: FreeInstitutionRow): FreeInstitutionType => ({
  ...row,
  candidateCount: disclosed(candidateCount),
});

/** Spellings by id, in one statement a request. */
export const freeInstitutionById = (context: Context) =>
  context.loader(
    byId,
    () =>
      new DataLoader<string, FreeInstitutionType>(async (ids) => {
        const rows = await readFreeInstitutions((await context.reading()).db, { ids });
        return byKey(ids, rows.map(freeInstitutionOf));
      }),
  );

/** What spellings are compared with: the whole list, read and indexed once a request, and only where suggestions are asked for. */
export const institutionIndex = (context: Context): Promise<InstitutionIndex> =>
  context.loader(index, async () => indexOfInstitutions(await readWrittenInstitutions((await context.reading()).db)));
