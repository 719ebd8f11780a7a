import { type ContentRow, readContents } from '@guichet/database/candidacy/content.read';
import type { Hat } from '@guichet/database/session/hat';
import { mayOf } from '@guichet/domain/account/school-function';
import DataLoader from 'dataloader';
import type { Context } from '../principal/request-context.ts';

const key = Symbol('contents by candidacy');

/** Contents by candidacy, in one statement a request; null where this reader opened nothing. */
export const contentOf = (context: Context) =>
  context.loader(
    key,
    () =>
      new DataLoader<string, ContentRow | null>(async (ids) => {
        const { db, hat } = await context.reading();
        const rows = await readContents(db, { schoolId: hat.school ?? '', onlyAssignedTo: boundReader(hat) }, ids);
        const found = new Map(rows.map((row) => [row.candidacyId, row]));
        return ids.map((id) => found.get(id) ?? null);
      }),
  );

/** Who opened a dossier as an officer and is one no more reads it no longer; of the queue's watchers, a reader has what is assigned. */
const boundReader = ({ kind, functions, principal }: Hat): string | null =>
  kind === 'school' && !mayOf(functions).has('OPEN_CANDIDACY') ? (principal ?? null) : null;
