import { recordExport } from '@guichet/admissions/export/record-export';
import type { CandidacyRow } from '@guichet/database/candidacy/candidacy.read';
import { readContents } from '@guichet/database/candidacy/content.read';
import type { Queue } from '@guichet/database/candidacy/queue';
import { readHands } from '@guichet/database/export/hands.read';
import { nextOfCursor, openQueueCursor } from '@guichet/database/export/queue-cursor';
import type { Work } from '@guichet/database/session/work';
import type { ExportRow } from './format/cells.ts';

/** What is to be read, and who learns how far it is. */
export interface Reading {
  readonly queue: Queue;
  readonly withContent: boolean;
  /** After each batch; throws to stop. */
  readonly onCounted: (counted: number) => Promise<void>;
}

const batch = 500;

/** The whole queue, in the order of the screen, a batch at a time. */
export async function* batchesOf(work: Work, { queue, withContent, onCounted }: Reading): AsyncGenerator<readonly ExportRow[]> {
  const reader = { schoolId: queue.schoolId, readerId: work.hat.principal ?? '' };
  let counted = 0;
  await openQueueCursor(work.db, queue);
  for (
    let rows = await nextOfCursor(work.db, reader, batch);
    rows.length > 0;
    rows = await nextOfCursor(work.db, reader, batch)
  ) {
    yield await withParts(work, rows, withContent);
    counted += rows.length;
    await onCounted(counted);
  }
}

/** What dossiers say is read only once the reading of each is written down. */
async function withParts(work: Work, rows: readonly CandidacyRow[], withContent: boolean): Promise<ExportRow[]> {
  const schoolId = work.hat.school ?? '';
  const ids = rows.map(({ id }) => id);
  const hands = new Map((await readHands(work.db, schoolId, ids)).map((each) => [each.candidacyId, each]));
  if (withContent) await recordExport(work, ids);
  const contents = withContent ? await readContents(work.db, { schoolId, onlyAssignedTo: null }, ids) : [];
  const contentOf = new Map(contents.map((each) => [each.candidacyId, each]));
  return rows.map((candidacy) => ({
    candidacy,
    assignedTo: hands.get(candidacy.id)?.assignedTo ?? [],
    labels: hands.get(candidacy.id)?.labels ?? [],
    content: contentOf.get(candidacy.id) ?? null,
  }));
}
