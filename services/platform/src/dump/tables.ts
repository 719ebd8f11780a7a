import type { Client } from 'pg';

/** A table that holds rows of the platform. */
export interface DumpedTable {
  /** Schema and name, quoted where needed. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Whose the rows are: the column that names the school, or nothing where they are no school's. */
  readonly tenant: string | null;
}

/**
 * Every table of `app`, `auth` and `standing`, by name. The seal’s key is left out: it derives from the platform’s secret, which no back-up holds;
 * so is what migrations remember of themselves.
 */
export async function dumpedTables(client: Client): Promise<readonly DumpedTable[]> {
  const { rows } = await client.query<DumpedTable>(
    `select c.oid::regclass::text as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns,
       max(case when a.attname = 'school_id' or (c.oid = 'app.school'::regclass and a.attname = 'id') then quote_ident(a.attname) end) as tenant
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace in (select oid from pg_namespace where nspname in ('app', 'auth', 'standing')) and c.relkind = 'r' and c.oid <> 'app.seal'::regclass
     group by c.oid order by 1`,
  );
  return rows;
}

/** How many rows a tenant has in a table, and a digest of them that no order of theirs changes. */
export interface TenantRows {
  readonly table: string;
  /** Null for rows that are no school's. */
  readonly tenant: string | null;
  readonly rows: number;
  readonly digest: string;
}

/** Two sums of 64-bit hashes of the rows as text: equal rows give equal sums, whatever page they lie on. */
export async function tenantRows(client: Client): Promise<readonly TenantRows[]> {
  const found: TenantRows[] = [];
  for (const { name, columns, tenant } of await dumpedTables(client)) {
    const row = `row(${columns.map((column) => `t.${column}`).join(', ')})::text`;
    const { rows } = await client.query<Omit<TenantRows, 'table'>>(
      `select ${tenant ?? 'null'}::text as tenant, count(*)::int as rows,
         sum(hashtextextended(row, 0)::numeric)::text || ' ' || sum(hashtextextended(row, 1)::numeric)::text as digest
       from (select ${tenant === null ? '' : `t.${tenant}, `}${row} as row from ${name} t) x group by 1 order by 1`,
    );
    found.push(...rows.map((each) => ({ table: name, ...each })));
  }
  return found;
}

/** Tables and tenants whose rows are not the same on both sides, in words. */
export function differencesOf(before: readonly TenantRows[], after: readonly TenantRows[]): readonly string[] {
  const key = ({ table, tenant }: TenantRows) => `${table} of ${tenant ?? 'no school'}`;
  const [left, right] = [before, after].map((side) => new Map(side.map((each) => [key(each), each])));
  return [...new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])])]
    .filter((each) => left?.get(each)?.digest !== right?.get(each)?.digest)
    .map((each) => `${each}: ${left?.get(each)?.rows ?? 0} rows before, ${right?.get(each)?.rows ?? 0} after`);
}
