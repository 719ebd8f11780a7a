import { systemHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { isAlone } from './alone.ts';

/** How long what was sent, and what a job did, may be asked about. */
const keptDays = 30;
/** How long an act asked for again is answered the same. */
const answeredDays = 7;
const atOnce = 5000;

/** Removes rows of mail sent more than thirty days ago; what became of each mail stays, without its address. */
export const purgeOutbox = (binding: Binding): Promise<number> =>
  inWork(binding, systemHat('app_jobs'), async (work) => {
    if (!(await isAlone(work, 'purge-outbox'))) return 0;
    const before = work.asOf.subtract({ hours: 24 * keptDays }).toString();
    const { numAffectedRows } = await sql`
      delete from app.outbox where id in (select id from app.outbox where sent_at < ${before} limit ${atOnce})`.execute(work.db);
    return Number(numAffectedRows ?? 0n);
  });

/** Removes what jobs did more than thirty days ago. */
export const purgeRuns = (binding: Binding): Promise<number> =>
  inWork(binding, systemHat('app_jobs'), async (work) => {
    if (!(await isAlone(work, 'purge-runs'))) return 0;
    const before = work.asOf.subtract({ hours: 24 * keptDays }).toString();
    const { numAffectedRows } = await sql`
      delete from app.job_run where id in (select id from app.job_run where started_at < ${before} limit ${atOnce})`.execute(
      work.db,
    );
    return Number(numAffectedRows ?? 0n);
  });

/** Forgets keys of acts done more than seven days ago, but for submissions, whose rows this role cannot remove. */
export const purgeAnswers = (binding: Binding): Promise<number> =>
  inWork(binding, systemHat('app_jobs'), async (work) => {
    if (!(await isAlone(work, 'purge-answers'))) return 0;
    const before = work.asOf.subtract({ hours: 24 * answeredDays }).toString();
    const { numAffectedRows } = await sql`
      delete from app.idempotency where (principal_id, hat, key) in (select principal_id, hat, key from app.idempotency
        where at < ${before} limit ${atOnce})`.execute(work.db);
    return Number(numAffectedRows ?? 0n);
  });
