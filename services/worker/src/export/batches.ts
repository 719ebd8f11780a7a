import { recordExport } from '@guichet/admissions/export/record-export';
import { type CandidacyRow, readQueue } from '@guichet/database/candidacy/candidacy.read';
import { readContents } from '@guichet/database/candidacy/content.read';
import type { Queue } from '@guichet/database/candidacy/queue';
import { readHands } from '@guichet/database/export/hands.read';
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

/** The whole queue, in the order of the screen, a batch at a time; each starts behind the last row of the one before. */
export async function* batchesOf(work: Work, { queue, withContent, onCounted }: Reading): AsyncGenerator<readonly ExportRow[]> {
  const reader = { schoolId: queue.schoolId, readerId: work.hat.principal ?? '' };
  let beyond: { key: string; id: string } | null = null;
  let counted = 0;
  do {
    const rows: CandidacyRow[] = await readQueue(work.db, reader, {
      queue,
      stretch: { beyond, isBackward: false, limit: batch },
    });
    if (rows.length > 0) yield await withParts(work, rows, withContent);
    counted += rows.length;
    await onCounted(counted);
    const last = rows.length === batch ? rows.at(-1) : undefined;
    beyond = last ? { key: last.key, id: last.id } : null;
  } while (beyond !== null);
}

/** What dossiers say is read only once the reading of each is written down. */
async function withParts(work: Work, rows: readonly CandidacyRow[], withContent: boolean): Promise<ExportRow[]> {
  const schoolId = work.hat.school ?? '';
  const ids = rows.map(({ id }) => id);
  const hands = new Map((await readHands(work.db, schoolId, ids)).map((each) => [each.candidacyId, each]));
  if (withContent) await recordExport(work, ids);
  const contents = withContent ? await readContents(work.db, { schoolId }, ids) : [];
  const contentOf = new Map(contents.map((each) => [each.candidacyId, each]));
  return rows.map((candidacy) => ({
    candidacy,
    assignedTo: hands.get(candidacy.id)?.assignedTo ?? [],
    labels: hands.get(candidacy.id)?.labels ?? [],
    content: contentOf.get(candidacy.id) ?? null,
  }));
}
