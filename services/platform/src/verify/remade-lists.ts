import { keptLists } from '@guichet/database/migrations/effects/kept-lists.sql';
import { Client } from 'pg';

/** A list kept on a candidacy's row that is not what the tables say. */
export interface ListDifference {
  readonly schoolId: string;
  readonly candidacyId: string;
  readonly list: keyof typeof keptLists;
  readonly kept: readonly string[];
  readonly made: readonly string[];
}

/**
 * Makes the lists that candidacies keep (`keptLists`) anew from the tables and compares; empty when they agree. `isMending` writes what was made
 * where it differs, and specialisms where a build before left them to their table. Run as the owner, whom the walls bind too: FORCE is lifted
 * within one transaction that nobody else reads or writes through.
 */
export async function remadeLists(ownerUrl: string, { isMending = false } = {}): Promise<readonly ListDifference[]> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'guichet-lists' });
  await client.connect();
  try {
    await client.query(`begin; lock table ${tables.join(', ')} in access exclusive mode`);
    await onEach(client, 'no force row level security');
    const { rows } = await client.query<ListDifference>(differences);
    if (isMending) for (const statement of mending) await client.query(statement);
    await onEach(client, 'force row level security');
    await client.query(isMending ? 'commit' : 'rollback');
    return rows;
  } finally {
    await client.end();
  }
}

const tables = ['candidacy', 'candidacy_label', 'note', 'dossier_specialism'].map((table) => `app.${table}`);
const onEach = (client: Client, what: string) => client.query(tables.map((table) => `alter table ${table} ${what}`).join('; '));

const lists = Object.entries(keptLists);

// Null is no difference: such a row leaves it to the table.
const differences = `${lists
  .map(
    ([list, made]) => `select school_id as "schoolId", id as "candidacyId", '${list}' as list, kept::text[], made::text[]
  from (select c.school_id, c.id, c.${list} as kept, ${made} as made from app.candidacy c) x where kept <> made`,
  )
  .join(' union all ')} order by 1, 2, 3`;

const mending = [
  'alter table app.candidacy disable trigger user',
  ...lists.map(([list, made]) => `update app.candidacy c set ${list} = ${made} where c.${list} is distinct from ${made}`),
  'alter table app.candidacy enable trigger user',
];
