import type { QueueFilter, QueueOrder } from '@guichet/database/candidacy/queue';
import { filterToJson } from '@guichet/database/candidacy/stored-filter';
import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import type { CandidacyColumn } from '@guichet/domain/candidacy/columns';
import type { ExportFormat } from '@guichet/domain/export/export-job';
import { type ExportObjection, objectionsToExport } from '@guichet/domain/export/export-rules';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { takeTurns } from '../take-turns.ts';

export interface RequestExportInput {
  /** What was asked, as it was sent: the same again is the same export, whatever a view it names has become since. */
  readonly asked: unknown;
  readonly idempotencyKey: string;
}

/** What that comes to at this moment. */
export interface WantedExport {
  readonly campaignId: string;
  readonly format: ExportFormat;
  readonly filter: QueueFilter;
  readonly orderBy: QueueOrder;
  readonly columns: readonly CandidacyColumn[];
  readonly withContent: boolean;
  readonly locale: 'fr' | 'en';
}

/** Asks for a queue as a file, as its requester sees it; the worker writes it with the requester's own rights. */
export const requestExport = (
  work: Work,
  { idempotencyKey: key, asked }: RequestExportInput,
  wanted: () => Promise<WantedExport>,
): Promise<Outcome<ExportObjection>> =>
  once(work, { operation: 'requestExport', key, input: asked }, async () => perform(work, await wanted()));

async function perform(work: Work, wanted: WantedExport): Promise<Outcome<ExportObjection>> {
  const { campaignId, format, filter, orderBy, columns, withContent, locale } = wanted;
  const refused = objectionsToExport(work.hat, { withContent, underWay: await underWay(work, wanted) });
  if (refused.length > 0) return { refused };
  const id = crypto.randomUUID();
  await sql`
    insert into app.export_job (school_id, id, requested_by, campaign_id, format, filter, order_by, columns, with_content, locale,
      state, attempt, counted, created_at)
    values (${work.hat.school}, ${id}, ${work.hat.principal}, ${campaignId}, ${format}, ${filterToJson(filter)}::jsonb,
      ${orderBy}, ${columns}::text[], ${withContent}, ${locale}, 'QUEUED', 0, 0, ${work.asOf.toString()})`.execute(work.db);
  await traceSchool(work, 'EXPORT_REQUESTED', id);
  return { done: { exportId: id } };
}

/** The requester's own exports that are not finished; a campaign the school takes no part in is none. */
async function underWay(work: Work, { campaignId }: Pick<WantedExport, 'campaignId'>): Promise<number> {
  const { db, hat } = work;
  await takeTurns(work, `exports ${hat.school} ${hat.principal}`);
  const { rows } = await sql<{ n: number }>`
    select (select count(*)::int from app.export_job j where j.school_id = m.school_id and j.requested_by = ${hat.principal}
      and j.state in ('QUEUED', 'RUNNING')) as n
    from app.campaign_member m where m.school_id = ${hat.school} and m.campaign_id = ${campaignId}`.execute(db);
  if (!rows[0]) throw new NotFound();
  return rows[0].n;
}
