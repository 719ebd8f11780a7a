import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { type ExportJobRow, readExportChunk } from '@guichet/database/export/export-job.read';
import type { Hat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { mayExport } from '@guichet/domain/export/export-rules';
import { forbidden } from '../errors/refused.ts';

/** One download under way. */
export interface Download {
  readonly binding: Binding;
  /** Whose it is, asked anew; refuses once it is nobody's. */
  readonly holder: () => Promise<Hat>;
  readonly response: ServerResponse;
}

/**
 * The file, piece by piece. Before each it is asked anew who asks and whether they still may, when there is room for it and not ahead of
 * that: whoever reads slowly keeps no right that has ended. A refusal breaks the connection off, so that what came is no whole file.
 */
export async function* piecesOf(download: Download, job: ExportJobRow): AsyncGenerator<Buffer> {
  const { response } = download;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  for (let [number, left] = [0, job.bytes ?? 0]; left > 0; number++) {
    if (response.writableNeedDrain) await once(response, 'drain', { signal: gone.signal });
    const piece = await pieceOf(download, job, number);
    yield piece;
    left -= piece.length;
  }
}

/** Each in a short transaction of its own: whoever reads slowly holds no connection. */
async function pieceOf({ binding, holder }: Download, { id, withContent }: ExportJobRow, number: number): Promise<Buffer> {
  const hat = await holder();
  if (!mayExport(hat, withContent)) throw forbidden();
  const piece = await inWork(binding, hat, ({ db }) => readExportChunk(db, { schoolId: hat.school ?? '', jobId: id, number }));
  // Expired meanwhile, or kept back by the database.
  if (piece === null) throw forbidden();
  return piece;
}
