import { type ExportJobRow, readExportJobs } from '@guichet/database/export/export-job.read';
import DataLoader from 'dataloader';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';

const key = Symbol('exports by id');

/** Exports of the acting school by id, in one statement a request. */
export const exportById = (context: Context) =>
  context.loader(
    key,
    () =>
      new DataLoader<string, ExportJobRow>(async (ids) => {
        const { db, hat } = await context.reading();
        return byKey(ids, await readExportJobs(db, hat.school ?? '', { ids }));
      }),
  );
