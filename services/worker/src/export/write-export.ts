import { filterFromJson } from '@guichet/database/candidacy/stored-filter';
import { type ExportJobRow, readExportJobs } from '@guichet/database/export/export-job.read';
import { readFilteredSize } from '@guichet/database/export/queue-size.read';
import { type Hat, systemHat } from '@guichet/database/session/hat';
import { positionNow, type Replica } from '@guichet/database/session/replica';
import { type Binding, beginWork, inWork, type Work } from '@guichet/database/session/work';
import { exportAttempts } from '@guichet/domain/export/export-job';
import { mayExport } from '@guichet/domain/export/export-rules';
import { sql } from 'kysely';
import { causeOf, type JobLog } from '../clock/every.ts';
import { batchesOf } from './batches.ts';
import { type Claimed, claimExport, failExport, finishExport, noteProgress, putBack, Superseded } from './claim-export.ts';
import { fileColumns } from './format/cells.ts';
import { fileFormats } from './format/file-format.ts';
import { piecesOf } from './pieces.ts';
import { requesterOf } from './requester.ts';

/** Bytes of one row of the file in the database. */
const pieceSize = 256 * 1024;

/** Writes the export that waits longest and says whether there was one; lost half-way, it is taken up again from its start. */
export async function writeNextExport(binding: Binding, log: JobLog, replica: Replica | null = null): Promise<number> {
  const claimed = await claimExport(binding);
  if (!claimed) return 0;
  try {
    if (claimed.attempt > exportAttempts) throw new Abandoned();
    await writeExport({ binding, replica }, claimed);
  } catch (error) {
    if (error instanceof Superseded) return 1;
    log.error({ event: 'export', id: claimed.id, attempt: claimed.attempt, cause: causeOf(error) }, 'an export was not written');
    await putBack(binding, claimed).catch(unlessSuperseded);
  }
  return 1;
}

/** Each worker that took it was lost over it: one more would be too. */
class Abandoned extends Error {
  override readonly name = 'Abandoned';
}

function unlessSuperseded(error: unknown): void {
  if (!(error instanceof Superseded)) throw error;
}

async function writeExport({ binding, replica }: Places, claimed: Claimed): Promise<void> {
  const hat = await requesterOf(binding, claimed);
  // Whoever reads no list any more, as a reviewer alone, may not read the export either.
  if (!hat || !mayExport(hat, false)) return failExport(binding, claimed, 'RIGHT_LOST');
  const [job] = await inWork(binding, hat, ({ db }) => readExportJobs(db, claimed.schoolId, { ids: [claimed.id] }));
  if (!job || !mayExport(hat, job.withContent)) return failExport(binding, claimed, 'RIGHT_LOST');
  await dropEarlierAttempts(binding, claimed);
  const from = await placeToRead({ binding, replica }, { claimed, job });
  const written = await inSnapshot(from, { hat, isReadOnly: !job.withContent }, (work) =>
    writeFile(binding, work, { claimed, job }),
  );
  await finishExport(binding, claimed, written);
}

interface Places {
  readonly binding: Binding;
  readonly replica: Replica | null;
}

/** A copy may be this far behind before the primary is read instead. */
const patienceMs = 10_000;

/**
 * The copy, once it holds all that stood when the writing began; else the primary. What dossiers say is read where the reading is
 * written down, in one transaction; and a reading the copy broke off is not tried there twice.
 */
async function placeToRead({ binding, replica }: Places, { claimed, job }: Writing): Promise<Binding> {
  if (replica === null || job.withContent || claimed.attempt > 1) return binding;
  const position = await inWork(binding, systemHat('app_jobs'), ({ db }) => positionNow(db));
  return (await replica.upTo(position, patienceMs)) ?? binding;
}

const dropEarlierAttempts = (binding: Binding, { schoolId, id, attempt }: Claimed) =>
  inWork(binding, systemHat('app_jobs'), ({ db }) =>
    sql`delete from app.export_chunk where school_id = ${schoolId} and job_id = ${id} and attempt < ${attempt}`.execute(db),
  );

/** Everything is read as it stood at one moment, with the requester's own rights and no others. */
async function inSnapshot<T>(
  binding: Binding,
  { hat, isReadOnly }: { hat: Hat; isReadOnly: boolean },
  read: (work: Work) => Promise<T>,
): Promise<T> {
  const work = await beginWork(binding, hat, { readOnly: isReadOnly, isSnapshot: true });
  try {
    const outcome = await read(work);
    await work.commit();
    return outcome;
  } catch (error) {
    await work.rollback();
    throw error;
  }
}

interface Writing {
  readonly claimed: Claimed;
  readonly job: ExportJobRow;
}

async function writeFile(binding: Binding, work: Work, { claimed, job }: Writing): Promise<{ rows: number; bytes: number }> {
  const { schoolId } = claimed;
  const queue = { schoolId, campaignId: job.campaignId, filter: filterFromJson(job.filter), order: job.orderBy };
  const total = await readFilteredSize(work.db, queue);
  let [rows, bytes, number] = [0, 0, 0];
  const onCounted = async (counted: number) => {
    rows = counted;
    await noteProgress(binding, claimed, { counted, total });
  };
  const batches = batchesOf(work, { queue, columns: job.columns, withContent: job.withContent, onCounted });
  const plan = { columns: fileColumns(job.columns, job.withContent), locale: job.locale, zone: job.zone };
  for await (const piece of piecesOf(fileFormats[job.format](plan, batches), pieceSize)) {
    await keepPiece(binding, work.hat, { claimed, number, piece });
    [number, bytes] = [number + 1, bytes + piece.length];
  }
  if (rows !== total) throw new Error('The rows of an export are not those of its queue');
  return { rows, bytes };
}

/** A transaction of its own, under the requester's role; nobody reads a piece before the file is whole. */
const keepPiece = (binding: Binding, hat: Hat, { claimed, number, piece }: { claimed: Claimed; number: number; piece: Buffer }) =>
  inWork(binding, hat, ({ db }) =>
    sql`insert into app.export_chunk (school_id, job_id, attempt, number, bytes)
      values (${claimed.schoolId}, ${claimed.id}, ${claimed.attempt}, ${number}, ${piece})`.execute(db),
  );
