import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { type ExportState, isCancellable } from '@guichet/domain/export/export-job';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';

export interface CancelExportInput {
  readonly exportId: string;
  readonly idempotencyKey: string;
}

/** Why an export is not cancelled: it is over already. */
export interface CancelRefusal {
  readonly reason: 'NOT_IN_THIS_STATE';
  readonly path: readonly string[];
}

/** Ends an export of the school before there is a file; a worker at it notices and drops what it wrote. */
export const cancelExport = (work: Work, { exportId, idempotencyKey: key }: CancelExportInput): Promise<Outcome<CancelRefusal>> =>
  once(work, { operation: 'cancelExport', key, input: { exportId } }, async () => {
    const { rows } = await sql<{ state: ExportState }>`
      select state from app.export_job where school_id = ${work.hat.school} and id = ${exportId} for update`.execute(work.db);
    if (!rows[0]) throw new NotFound();
    if (!isCancellable(rows[0].state)) return { refused: [{ reason: 'NOT_IN_THIS_STATE', path: ['exportId'] }] };
    await sql`update app.export_job set state = 'CANCELLED', finished_at = ${work.asOf.toString()}
      where school_id = ${work.hat.school} and id = ${exportId}`.execute(work.db);
    await traceSchool(work, 'EXPORT_CANCELLED', exportId);
    return { done: { exportId } };
  });
