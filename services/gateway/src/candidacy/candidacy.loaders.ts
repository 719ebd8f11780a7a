import { type CandidacyRow, readCandidacies } from '@guichet/database/candidacy/candidacy.read';
import { type HistoryRow, readHistories } from '@guichet/database/candidacy/history.read';
import type { Stretch } from '@guichet/database/candidacy/queue';
import type { Reader } from '@guichet/database/candidacy/together';
import { type DisclosedRow, readDisclosedChoices } from '@guichet/database/disclosure/disclosed-choices.read';
import type { Reading } from '@guichet/database/session/reading';
import DataLoader from 'dataloader';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';

/** Who reads, in which school: the hat's, never an argument's. */
export const readerOf = ({ hat }: Reading): Reader => ({ schoolId: hat.school ?? '', readerId: hat.principal ?? '' });

const candidacies = Symbol('candidacies by id');
const histories = Symbol('histories by candidacy');
const disclosed = Symbol('disclosed choices by candidacy');

/** Candidacies this reader may read by id, in one statement a request. */
export const candidacyById = (context: Context) =>
  context.loader(
    candidacies,
    () =>
      new DataLoader<string, CandidacyRow>(async (ids) => {
        const work = await context.reading();
        return byKey(ids, await readCandidacies(work.db, readerOf(work), ids));
      }),
  );

/** What was disclosed of the other choices behind each candidacy of a page, in one statement; null where nothing was. */
export const otherSchoolsOf = (context: Context) =>
  context.loader(
    disclosed,
    () =>
      new DataLoader<string, DisclosedRow | null>(async (candidacyIds) => {
        const { db, hat } = await context.reading();
        const rows = await readDisclosedChoices(db, { schoolId: hat.school ?? '', candidacyIds });
        const found = new Map(rows.map((row) => [row.candidacyId, row]));
        return candidacyIds.map((id) => found.get(id) ?? null);
      }),
  );

/** A stretch of one candidacy's trail. */
export interface HistoryKey {
  readonly candidacyId: string;
  readonly stretch: Stretch;
}

/** Stretches of trails; the same one of a whole page of candidacies takes one statement. */
export const historyOf = (context: Context) =>
  context.loader(
    histories,
    () =>
      new DataLoader<HistoryKey, readonly HistoryRow[], string>((keys) => readStretches(context, keys), {
        cacheKeyFn: JSON.stringify,
      }),
  );

async function readStretches(context: Context, keys: readonly HistoryKey[]): Promise<(readonly HistoryRow[])[]> {
  const work = await context.reading();
  const { schoolId } = readerOf(work);
  const found = new Map<HistoryKey, readonly HistoryRow[]>();
  for (const alike of Map.groupBy(keys, ({ stretch }) => JSON.stringify(stretch)).values()) {
    const candidacyIds = alike.map(({ candidacyId }) => candidacyId);
    const rows = await readHistories(work.db, { schoolId, candidacyIds }, (alike[0] as HistoryKey).stretch);
    const byCandidacy = Map.groupBy(rows, ({ candidacyId }) => candidacyId);
    for (const key of alike) found.set(key, byCandidacy.get(key.candidacyId) ?? []);
  }
  return keys.map((key) => found.get(key) ?? []);
}
