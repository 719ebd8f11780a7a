import { type LabelRow, readLabels, readLabelsOn } from '@guichet/database/label/label.read';
import DataLoader from 'dataloader';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';

const labels = Symbol('labels by id');
const labelsByCandidacy = Symbol('labels by candidacy');

/** Labels of the acting school by id, in one statement a request. */
export const labelById = (context: Context) =>
  context.loader(
    labels,
    () =>
      new DataLoader<string, LabelRow>(async (ids) => {
        const { db, hat } = await context.reading();
        return byKey(ids, await readLabels(db, hat.school ?? '', ids));
      }),
  );

/** Labels on each candidacy of a page, in one statement. */
export const labelsOf = (context: Context) =>
  context.loader(
    labelsByCandidacy,
    () =>
      new DataLoader<string, readonly LabelRow[]>(async (candidacyIds) => {
        const { db, hat } = await context.reading();
        const rows = await readLabelsOn(db, { schoolId: hat.school ?? '', candidacyIds });
        const found = Map.groupBy(rows, ({ candidacyId }) => candidacyId);
        return candidacyIds.map((id) => found.get(id) ?? []);
      }),
  );
