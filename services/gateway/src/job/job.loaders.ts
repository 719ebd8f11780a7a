import { type JobRow, readJobs } from '@guichet/database/job/job.read';
import DataLoader from 'dataloader';
import type { Locale } from '../http/locale.ts';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';
import type { JobType } from './job.type.ts';
import { jobWords } from './job-words.ts';

const key = Symbol('runs of jobs by id');

/** A run in the contract's words. */
export const jobOf = (row: JobRow, locale: Locale): JobType => ({ ...row, what: jobWords[row.kind][locale] });

/** Runs by id, in one statement a request. */
export const jobById = (context: Context) =>
  context.loader(
    key,
    () =>
      new DataLoader<string, JobType>(async (ids) => {
        const rows = await readJobs((await context.reading()).db, { ids });
        return byKey(
          ids,
          rows.map((row) => jobOf(row, context.locale)),
        );
      }),
  );
