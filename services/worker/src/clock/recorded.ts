import { systemHat } from '@guichet/database/session/hat';
import { type Binding, inWork, type Work } from '@guichet/database/session/work';
import { jobKindOf } from '@guichet/domain/job/job';
import { sql } from 'kysely';
import { causeOf, type Job, type JobLog } from './every.ts';
import { type Act, actsAfter, type Look, newRecord } from './stretch.ts';

const asJobs = systemHat('app_jobs');

/**
 * The same job, its runs written down for the consortium: one row for each stretch of work or of failure, and when it last looked. A job
 * that finds nothing writes nothing but its pass, and what cannot be written stops no job.
 */
export function recorded(binding: Binding, job: Job, log: JobLog): Job {
  const kind = jobKindOf(job.name);
  if (kind === null) return job;
  const record = newRecord();
  const note = async (look: Look) => {
    const acts = actsAfter(record, look, performance.now());
    if (acts.length === 0) return;
    await inWork(binding, asJobs, async (work) => {
      for (const act of acts) await writers[act.what](work, { ...act, kind });
    }).catch((error: unknown) => {
      log.warn({ event: 'job-not-recorded', job: job.name, cause: causeOf(error) }, 'what a job did was not recorded');
    });
  };
  const run = async () => {
    let look: Look = { done: 0, cause: null };
    try {
      look = { done: await job.run(), cause: null };
      return look.done;
    } catch (error) {
      look = { done: 0, cause: causeOf(error) };
      throw error;
    } finally {
      await note(look);
    }
  };
  return { ...job, run };
}

type Written = Act & { readonly kind: string };

/** A run whose worker died before it could end it. */
const abandonedAfter = { hours: 1 };

const writers: Readonly<Record<Act['what'], (work: Work, act: Written) => Promise<unknown>>> = {
  pass: ({ db, asOf }, { kind }) =>
    sql`insert into app.job_pass (kind, at) values (${kind}, ${asOf.toString()})
      on conflict (kind) do update set at = excluded.at`.execute(db),
  begin: async ({ db, asOf }, { kind, id, done, cause }) => {
    const at = asOf.toString();
    await sql`update app.job_run set state = 'FAILED', error = 'ABANDONED', finished_at = ${at}
      where kind = ${kind} and state = 'RUNNING' and started_at < ${asOf.subtract(abandonedAfter).toString()}`.execute(db);
    await sql`insert into app.job_run (id, kind, state, started_at, finished_at, done, error)
      values (${id}, ${kind}, ${cause === null ? 'RUNNING' : 'FAILED'}, ${at}, ${cause === null ? null : at}, ${done}, ${cause})`.execute(
      db,
    );
  },
  go: ({ db, asOf }, { id, done, cause }) =>
    sql`update app.job_run set done = ${done}, finished_at = ${cause === null ? null : asOf.toString()} where id = ${id}`.execute(
      db,
    ),
  end: ({ db, asOf }, { id, done }) =>
    sql`update app.job_run set state = 'DONE', done = ${done}, finished_at = ${asOf.toString()} where id = ${id}`.execute(db),
};
