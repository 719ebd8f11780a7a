import { systemHat } from '@guichet/database/session/hat';
import { type Binding, inWork, type Work } from '@guichet/database/session/work';
import { type ExportFailure, exportAttempts, exportKeeping } from '@guichet/domain/export/export-job';
import { sql } from 'kysely';

/** An export in hand: whose, and which attempt it is; a later attempt makes this one's writes void. */
export interface Claimed {
  readonly schoolId: string;
  readonly id: string;
  readonly requesterId: string;
  readonly attempt: number;
}

/** Somebody cancelled it, or another worker took it meanwhile: there is nothing left to do for this one. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

const asJobs = systemHat('app_jobs');
/** Longer than a batch ever takes: a worker that does not renew it is dead. */
const lease = { seconds: 60 } as const;

/** Takes the export that waits longest, or one whose worker was lost; by one worker of several. */
export async function claimExport(binding: Binding): Promise<Claimed | null> {
  const { rows } = await inWork(binding, asJobs, ({ db, asOf }) =>
    sql<Claimed>`
      update app.export_job set state = 'RUNNING', attempt = attempt + 1, counted = 0, lease_until = ${asOf.add(lease).toString()}
      where (school_id, id) = (select j.school_id, j.id from app.export_job j
        where j.state in ('QUEUED', 'RUNNING') and (j.lease_until is null or j.lease_until <= ${asOf.toString()})
        order by j.created_at, j.id limit 1 for update skip locked)
      returning school_id as "schoolId", id, requested_by as "requesterId", attempt`.execute(db),
  );
  return rows[0] ?? null;
}

const stillMine = ({ schoolId, id, attempt }: Claimed) =>
  sql`school_id = ${schoolId} and id = ${id} and attempt = ${attempt} and state = 'RUNNING'`;

async function moved(binding: Binding, act: (work: Work) => Promise<{ numAffectedRows?: bigint }>): Promise<void> {
  const { numAffectedRows } = await inWork(binding, asJobs, act);
  if (numAffectedRows !== 1n) throw new Superseded();
}

/** How far it is, seen at once by whoever waits for it; and the worker is alive. */
export const noteProgress = (binding: Binding, claimed: Claimed, { counted, total }: { counted: number; total: number }) =>
  moved(binding, ({ db, asOf }) =>
    sql`update app.export_job set counted = ${counted}, total = ${total}, lease_until = ${asOf.add(lease).toString()}
      where ${stillMine(claimed)}`.execute(db),
  );

/** The file is whole: from now on it can be had, for a day. */
export const finishExport = (binding: Binding, claimed: Claimed, { rows, bytes }: { rows: number; bytes: number }) =>
  moved(binding, ({ db, asOf }) =>
    sql`update app.export_job set state = 'DONE', rows = ${rows}, bytes = ${bytes}, counted = ${rows}, lease_until = null,
        finished_at = ${asOf.toString()}, expires_at = ${asOf.add(exportKeeping).toString()}
      where ${stillMine(claimed)}`.execute(db),
  );

/** It will never be written. */
export const failExport = (binding: Binding, claimed: Claimed, failure: ExportFailure) =>
  moved(binding, ({ db, asOf }) =>
    sql`update app.export_job set state = 'FAILED', failure = ${failure}, lease_until = null, finished_at = ${asOf.toString()}
      where ${stillMine(claimed)}`.execute(db),
  );

/** Leaves it for another attempt a little later, or gives it up after the last one. */
export async function putBack(binding: Binding, claimed: Claimed): Promise<void> {
  if (claimed.attempt >= exportAttempts) return failExport(binding, claimed, 'NOT_WRITTEN');
  await moved(binding, ({ db, asOf }) =>
    sql`update app.export_job set state = 'QUEUED', counted = 0, lease_until = ${asOf.add({ seconds: 5 * claimed.attempt }).toString()}
      where ${stillMine(claimed)}`.execute(db),
  );
}
