import { systemHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { sql } from 'kysely';

/** Deletes the bytes of exports a day after they were ready, and whatever a cancelled or lost attempt left; says how many expired. */
export async function expireExports(binding: Binding): Promise<number> {
  return inWork(binding, systemHat('app_jobs'), async ({ db, asOf }) => {
    const { numAffectedRows } = await sql`
      update app.export_job set state = 'EXPIRED' where state = 'DONE' and expires_at <= ${asOf.toString()}`.execute(db);
    await sql`
      delete from app.export_chunk c using app.export_job j where j.school_id = c.school_id and j.id = c.job_id
        and (j.state not in ('RUNNING', 'DONE') or j.attempt <> c.attempt)`.execute(db);
    return Number(numAffectedRows ?? 0n);
  });
}
