import { cancelExport } from '@guichet/admissions/export/cancel-export';
import { requestExport } from '@guichet/admissions/export/request-export';
import { type ExportJobRow, readExportJobs } from '@guichet/database/export/export-job.read';
import { queueOfView } from '@guichet/database/view/view.read';
import { columnsOf } from '@guichet/domain/candidacy/columns';
import { isFetchable } from '@guichet/domain/export/export-job';
import { mayExport } from '@guichet/domain/export/export-rules';
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { queueOf } from '../candidacy/queue.loaders.ts';
import type { Connection } from '../connection/connection.type.ts';
import { ForwardPageArguments } from '../connection/forward-page-arguments.ts';
import { digestOf, isInstantKey, positionOf } from '../connection/keyset.ts';
import { connectionFrom, rowsToRead } from '../connection/page.ts';
import { pageWindow } from '../connection/page-arguments.ts';
import { type Desk, SchoolDeskType } from '../desk/school-desk.type.ts';
import { badUserInput } from '../errors/refused.ts';
import { knownIds, requiredId } from '../node/required-id.ts';
import { keepColumnsWithinScopes, keepViewWithinScopes, keepWithinScopes } from '../permissions/within-scopes.ts';
import { linkMinutes } from '../principal/file-links.ts';
import type { Context } from '../principal/request-context.ts';
import { payloadOf } from '../user-error/payload.ts';
import { viewById } from '../view/view.loaders.ts';
import { exportById } from './export.loaders.ts';
import { CancelExportInput, CancelExportPayload, RequestExportInput, RequestExportPayload } from './export-acts.type.ts';
import { type ExportFileType, ExportJobConnection, ExportJobType } from './export-job.type.ts';
import { fileNameOf } from './file-name.ts';

@Resolver(() => SchoolDeskType)
export class ExportsResolver {
  @FieldResolver(() => ExportJobConnection, { description: 'The school’s exports, newest first (exports).' })
  async exports(
    @Root() { schoolId }: Desk,
    @Args(() => ForwardPageArguments) given: ForwardPageArguments,
    @Ctx() context: Context,
  ): Promise<Connection<ExportJobRow>> {
    const page = pageWindow(given);
    const digest = digestOf({ name: 'exports', order: 'CREATED_AT_DESC', filter: null });
    const stretch = { beyond: positionOf(page, digest, isInstantKey), isBackward: false, limit: rowsToRead(page) };
    const rows = await readExportJobs((await context.reading()).db, schoolId, { stretch });
    return connectionFrom(rows, { page, digest, positionOf: (row) => row, nodeOf: (row) => row });
  }
}

@Resolver(() => ExportJobType)
export class ExportJobResolver {
  @FieldResolver({ description: 'Part of the rows written, 0 to 1.' })
  progress(@Root() { state, counted, total }: ExportJobRow): number {
    if (state === 'DONE' || state === 'EXPIRED') return 1;
    return total === null || total === 0 ? 0 : Math.min(counted / total, 1);
  }

  @FieldResolver({ description: 'Null until done, after expiry, and for anybody but who asked for it and still may.' })
  async file(@Root() job: ExportJobRow, @Ctx() context: Context): Promise<ExportFileType | null> {
    const { hat, asOf } = await context.work();
    if (!isFetchable(job, asOf) || job.requesterId !== hat.principal || !mayExport(hat, job.withContent)) return null;
    const membership = context.hats?.memberships.find(({ schoolId }) => schoolId === hat.school);
    const expiresAt = earlier(asOf.add({ minutes: linkMinutes }), job.expiresAt);
    const url = context.fileLinks.urlOf({ exportId: job.id, membershipId: membership?.id ?? null, expiresAt }, context.asking);
    return { url, name: fileNameOf(job), bytes: job.bytes ?? 0, expiresAt };
  }
}

/** A link promises nothing beyond the bytes it leads to. */
const earlier = (linkEnds: Temporal.Instant, bytesEnd: Temporal.Instant | null) =>
  bytesEnd !== null && Temporal.Instant.compare(bytesEnd, linkEnds) < 0 ? bytesEnd : linkEnds;

type Ids = Readonly<Record<string, string>>;

@Resolver()
export class ExportActsResolver {
  @Mutation(() => RequestExportPayload, { description: 'Asks for a queue as a file; it is written meanwhile (exporter).' })
  async requestExport(
    @Arg('input', () => RequestExportInput, { description: 'What.' }) given: RequestExportInput,
    @Ctx() context: Context,
  ) {
    const { idempotencyKey, ...asked } = JSON.parse(JSON.stringify(given)) as RequestExportInput;
    const outcome = await requestExport(await context.work(), { asked, idempotencyKey }, () => wanted(context, given));
    const { changed, userErrors } = await payloadOf(outcome, context, exportOf(context));
    return { exportJob: changed, userErrors };
  }

  @Mutation(() => CancelExportPayload, { description: 'Ends an export before there is a file (annuler un export).' })
  async cancelExport(
    @Arg('input', () => CancelExportInput, { description: 'Which.' }) { exportId, idempotencyKey }: CancelExportInput,
    @Ctx() context: Context,
  ) {
    const outcome = await cancelExport(await context.work(), { exportId: requiredId('ExportJob', exportId), idempotencyKey });
    const { changed, userErrors } = await payloadOf(outcome, context, exportOf(context));
    return { exportJob: changed, userErrors };
  }
}

const exportOf =
  (context: Context) =>
  ({ exportId = '' }: Ids) =>
    exportById(context).load(exportId);

/** The very queue that the list on screen, or a saved view, would read; and what to make of it. */
async function wanted(context: Context, given: RequestExportInput) {
  const { queue, columns } = await shownAs(context, given);
  keepColumnsWithinScopes(context.hat, columnsOf(columns));
  return {
    campaignId: queue.campaignId,
    filter: { ...queue.filter, ids: knownIds('Candidacy', given.candidacyIds) },
    orderBy: queue.order,
    columns: columnsOf(columns),
    format: given.format,
    withContent: given.withContent ?? false,
    locale: context.locale,
  };
}

async function shownAs(context: Context, { campaignId, viewId, filter = null, orderBy, columns }: RequestExportInput) {
  // A file is a reading of the list, whatever names it: a key needs the scope for that too.
  keepWithinScopes(context.hat, null);
  if ((campaignId == null) === (viewId == null)) throw badUserInput('campaignId');
  if (viewId == null) {
    const order = { filter, orderBy: orderBy ?? 'RECEIVED_AT_ASC' } as const;
    return { queue: queueOf(context, requiredId('Campaign', campaignId ?? ''), order), columns };
  }
  if (filter !== null || orderBy != null) throw badUserInput('viewId');
  keepViewWithinScopes(context.hat, {});
  const view = await viewById(context).load(requiredId('View', viewId));
  keepViewWithinScopes(context.hat, view.filter);
  return { queue: queueOfView(view), columns: columns ?? view.columns };
}
