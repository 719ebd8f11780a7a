import type { Client } from 'pg';

/** A digest of the rows of each table by owner: `table / school / candidate`, the dash standing for none. */
export type RowDigests = ReadonlyMap<string, string>;

/** Reads the digests as the administrator, past every wall. */
export async function rowDigests(client: Client): Promise<RowDigests> {
  const { rows: tables } = await client.query<{ t: string; columns: string[] }>(
    `select c.relname as t, array_agg(a.attname::text) as columns from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped group by 1 order by 1`,
  );
  const parts = tables.map(({ t, columns }) => {
    const owner = (column: string) => (columns.includes(column) ? `coalesce(x.${column}::text, '-')` : `'-'`);
    const [school, candidate] = [owner(t === 'school' ? 'id' : 'school_id'), owner(t === 'candidate' ? 'id' : 'candidate_id')];
    return `select '${t}' as t, ${school} as school, ${candidate} as candidate, md5(string_agg(md5(x::text), '' order by md5(x::text))) as digest
      from app.${t} x group by 2, 3`;
  });
  const { rows } = await client.query<{ t: string; school: string; candidate: string; digest: string }>(
    parts.join(' union all '),
  );
  return new Map(rows.map(({ t, school, candidate, digest }) => [`${t} / ${school} / ${candidate}`, digest]));
}

/** Owners whose rows of a table are not what they were. */
export const moved = (before: RowDigests, after: RowDigests): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((owner) => before.get(owner) !== after.get(owner)).toSorted();
