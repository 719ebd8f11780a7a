import type { Client } from 'pg';

/** Each table with its columns of before and a digest of all its rows. */
export interface Rows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly count: number;
  readonly digest: string;
}

const listed = `
  select n.nspname || '.' || quote_ident(c.relname) as "table", array_agg(quote_ident(a.attname) order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
  where n.nspname in ('app', 'auth') and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped group by 1 order by 1`;

/** Every row of the platform, as it stands now. */
export async function rowsNow(client: Client): Promise<readonly Rows[]> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(listed);
  const found: Rows[] = [];
  for (const { table, columns } of rows) found.push(await digested(client, table, columns));
  return found;
}

/** What became of those rows: each table that holds other ones in the columns it had; a table or column that is gone is told so. */
export async function lostSince(client: Client, before: readonly Rows[]): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const { table, columns, count, digest } of before) {
    const now = await digested(client, table, columns).catch((error: Error) => error);
    if (now instanceof Error) lost.push(`${table}: ${now.message}`);
    else if (now.digest !== digest) lost.push(`${table}: ${count} rows before, ${now.count} after, or others`);
  }
  return lost;
}

async function digested(client: Client, table: string, columns: readonly string[]): Promise<Rows> {
  const { rows } = await client.query<{ count: number; digest: string }>(
    `select count(*)::int, md5(coalesce(string_agg(d, '' order by d), '')) as digest
     from (select md5(row(${columns.map((column) => `t.${column}`).join(', ')})::text) as d from ${table} t) r`,
  );
  return { table, columns, count: rows[0]?.count ?? 0, digest: rows[0]?.digest ?? '' };
}
