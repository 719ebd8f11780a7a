import { Readable } from 'node:stream';
import { traceSchool } from '@guichet/admissions/audit/trace';
import { type ExportJobRow, readExportJobs } from '@guichet/database/export/export-job.read';
import type { Hat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { isFetchable } from '@guichet/domain/export/export-job';
import { mayExport } from '@guichet/domain/export/export-rules';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { encodeId } from '../connection/node-id.ts';
import { forbidden, unauthenticated } from '../errors/refused.ts';
import { sendFailure } from '../http/failed-request.ts';
import type { FileLinks, LinkedFile } from '../principal/file-links.ts';
import type { Asking } from '../principal/who-asks.ts';
import { fileNameOf, mediaTypes } from './file-name.ts';
import { piecesOf } from './file-pieces.ts';

export interface FileRouteParts {
  readonly binding: Binding;
  readonly links: FileLinks;
  /** Who asks, as the membership the link names; looked up anew, so that a right that ended opens nothing. */
  readonly asks: (request: FastifyRequest, actingAs: string | undefined) => Promise<Asking>;
}

/** Whatever a browser makes of the file, it runs nothing and is kept nowhere. */
const safety = {
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

/** GET /files/…: a ready export, streamed to whom its link was made for. Any other address is refused alike. */
export function registerFileRoute(app: FastifyInstance, parts: FileRouteParts): void {
  app.get<{ Params: { token: string } }>('/files/:token', async (request, reply) => {
    const { token } = request.params;
    const file = parts.links.read(token);
    if (file === null) throw forbidden();
    const holder = () => holderOf(parts, { request, token, file });
    // A look at the head sends no byte, and is no download.
    const isSent = request.method === 'GET';
    const job = await readyExport(parts.binding, await holder(), { ...file, isSent });
    if (job === null) return sendFailure(request, reply, { status: 404, code: 'NOT_FOUND' });
    return sent(reply, job, isSent ? piecesOf({ binding: parts.binding, holder, response: reply.raw }, job) : []);
  });
}

interface Shown {
  readonly request: FastifyRequest;
  readonly token: string;
  readonly file: LinkedFile;
}

/** Who holds the link, by the rights of this moment; whoever reads no list any more has no file of it. */
async function holderOf({ links, asks }: FileRouteParts, { request, token, file }: Shown): Promise<Hat> {
  const actingAs = file.membershipId === null ? undefined : encodeId('Membership', file.membershipId);
  const asking = await asks(request, actingAs);
  if (asking.hat === null) throw unauthenticated(asking.missing);
  if (!links.isFor(token, asking) || !mayExport(asking.hat, false)) throw forbidden();
  return asking.hat;
}

type Asked = LinkedFile & { readonly isSent: boolean };

/** The export as its holder may read it now, and a trace of it when it is sent; null when there is none any more. */
const readyExport = (binding: Binding, hat: Hat, { exportId, expiresAt, isSent }: Asked): Promise<ExportJobRow | null> =>
  inWork(binding, hat, async (work) => {
    if (Temporal.Instant.compare(work.asOf, expiresAt) >= 0) throw forbidden();
    const [job] = await readExportJobs(work.db, hat.school ?? '', { ids: [exportId] });
    if (job === undefined || !isFetchable(job, work.asOf) || job.requesterId !== hat.principal) return null;
    if (!mayExport(hat, job.withContent)) throw forbidden();
    if (isSent) await traceSchool(work, 'EXPORT_DOWNLOADED', job.id);
    return job;
  });

const sent = (reply: FastifyReply, job: ExportJobRow, bytes: AsyncIterable<Buffer> | Iterable<Buffer>) =>
  reply
    .headers(safety)
    .header('content-disposition', `attachment; filename="${fileNameOf(job)}"`)
    .header('content-length', job.bytes ?? 0)
    .type(mediaTypes[job.format])
    .send(Readable.from(bytes));
