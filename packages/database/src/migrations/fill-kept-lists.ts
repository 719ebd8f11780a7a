import type { Orm } from '../session/orm.ts';
import { keptLists } from './effects/kept-lists.sql.ts';

const tables = ['candidacy', 'candidacy_label', 'note', 'dossier_specialism'] as const;

/** Under FORCE the owner sees no row: until everything is filled it may, and that it may says that something is left to fill. */
export const ownerMayFill: readonly string[] = tables.map(
  (table) => `create policy owner_fills on app.${table} to current_user using (true) with check (true)`,
);

const filled: readonly string[] = [
  ...tables.map((table) => `drop policy owner_fills on app.${table}`),
  'alter table app.candidacy alter column label_ids set not null, alter column newest_note_ids set not null',
];

const columns = Object.entries(keptLists).map(([column, list]) => ({
  column,
  kept: `${column} = coalesce(c.${column}, ${list})`,
}));

// What an effect kept meanwhile stays: it was told of everything, and a batch only of what was there when it began.
const batch = `
  with batch as (select c.school_id, c.id from app.candidacy c where (c.school_id, c.id) > (?::uuid, ?::uuid)
      order by c.school_id, c.id limit 1000 for no key update),
    done as (update app.candidacy c set ${columns.map(({ kept }) => kept).join(', ')} from batch b
      where c.school_id = b.school_id and c.id = b.id and (${columns.map(({ column }) => `c.${column} is null`).join(' or ')}))
  select school_id as "schoolId", id from batch order by school_id desc, id desc limit 1`;

interface Place {
  readonly schoolId: string;
  readonly id: string;
}

/**
 * Fills the lists of candidacies that were there before migration 0022, a thousand at a time, while the build before goes on serving: nobody
 * waits for more than one batch. Begun anew if it was cut off; nothing to do once all are filled.
 */
export async function fillKeptLists(orm: Orm): Promise<void> {
  const pending = await orm.em.execute(`select from pg_policies where schemaname = 'app' and policyname = 'owner_fills'`);
  if (pending.length === 0) return;
  let place: Place | undefined = { schoolId: none, id: none };
  while (place) [place] = await orm.em.execute<Place[]>(batch, [place.schoolId, place.id]);
  await orm.em.transactional(async (em) => {
    for (const statement of filled) await em.execute(statement);
  });
}

const none = '00000000-0000-0000-0000-000000000000';
