import { type ContentRow, readContents } from '@guichet/database/candidacy/content.read';
import DataLoader from 'dataloader';
import type { Context } from '../principal/request-context.ts';

const key = Symbol('contents by candidacy');

/** Contents by candidacy, in one statement a request; null where this reader opened nothing. */
export const contentOf = (context: Context) =>
  context.loader(
    key,
    () =>
      new DataLoader<string, ContentRow | null>(async (ids) => {
        const { db, hat } = await context.work();
        const rows = await readContents(db, { schoolId: hat.school ?? '' }, ids);
        const found = new Map(rows.map((row) => [row.candidacyId, row]));
        return ids.map((id) => found.get(id) ?? null);
      }),
  );
