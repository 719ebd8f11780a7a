import { recordExport } from '@guichet/admissions/export/record-export';
import { readReadersOf } from '@guichet/database/assignment/reader.read';
import type { CandidacyRow } from '@guichet/database/candidacy/candidacy.read';
import { readContents } from '@guichet/database/candidacy/content.read';
import type { Queue } from '@guichet/database/candidacy/queue';
import { nextOfCursor, openQueueCursor } from '@guichet/database/export/queue-cursor';
import { readLabelsOn } from '@guichet/database/label/label.read';
import type { Work } from '@guichet/database/session/work';
import type { CandidacyColumn } from '@guichet/domain/candidacy/columns';
import type { ExportRow } from './format/cells.ts';

/** What is to be read, and who learns how far it is. */
export interface Reading {
  readonly queue: Queue;
  readonly columns: readonly CandidacyColumn[];
  readonly withContent: boolean;
  /** After each batch; throws to stop. */
  readonly onCounted: (counted: number) => Promise<void>;
}

const batch = 500;

/** The whole queue, in the order of the screen, a batch at a time. */
export async function* batchesOf(work: Work, reading: Reading): AsyncGenerator<readonly ExportRow[]> {
  const { queue, onCounted } = reading;
  const reader = { schoolId: queue.schoolId, readerId: work.hat.principal ?? '' };
  let counted = 0;
  await openQueueCursor(work.db, queue);
  for (
    let rows = await nextOfCursor(work.db, reader, batch);
    rows.length > 0;
    rows = await nextOfCursor(work.db, reader, batch)
  ) {
    yield await withParts(work, rows, reading);
    counted += rows.length;
    await onCounted(counted);
  }
}

/**
 * What dossiers say is read only once the reading of each is written down; readers and labels where the file tells them alone, for a key
 * may know of no reader.
 */
async function withParts(work: Work, rows: readonly CandidacyRow[], reading: Reading): Promise<ExportRow[]> {
  const { columns, withContent, queue } = reading;
  const [{ db }, { schoolId }] = [work, queue];
  const candidacyIds = rows.map(({ id }) => id);
  const readers = columns.includes('ASSIGNED_TO') ? await readReadersOf(db, { schoolId, candidacyIds }) : [];
  const labels = columns.includes('LABELS') ? await readLabelsOn(db, { schoolId, candidacyIds }) : [];
  if (withContent) await recordExport(work, candidacyIds);
  const contents = withContent ? await readContents(db, { schoolId, onlyAssignedTo: null }, candidacyIds) : [];
  const [readersOf, labelsOf] = [Map.groupBy(readers, onCandidacy), Map.groupBy(labels, onCandidacy)];
  const contentOf = new Map(contents.map((each) => [each.candidacyId, each]));
  return rows.map((candidacy) => ({
    candidacy,
    assignedTo: readersOf.get(candidacy.id)?.map(({ displayName }) => displayName) ?? [],
    labels: labelsOf.get(candidacy.id)?.map(({ name }) => name) ?? [],
    content: contentOf.get(candidacy.id) ?? null,
  }));
}

const onCandidacy = ({ candidacyId }: { readonly candidacyId: string }) => candidacyId;
