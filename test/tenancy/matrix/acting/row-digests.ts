import type { Client } from 'pg';

/** A digest of the rows of each table by owner: `table / school / candidate`, the dash standing for none; of accounts `auth.table / - / account`. */
export type RowDigests = ReadonlyMap<string, string>;

/** Reads the digests as the administrator, past every wall. */
export async function rowDigests(client: Client): Promise<RowDigests> {
  const { rows: tables } = await client.query<{ s: string; t: string; columns: string[] }>(
    `select n.nspname as s, c.relname as t, array_agg(a.attname::text) as columns from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid
      where n.nspname in ('app', 'auth') and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped group by 1, 2 order by 1, 2`,
  );
  const parts = tables.map(({ s, t, columns }) => {
    const owner = (column: string) => (columns.includes(column) ? `coalesce(x.${column}::text, '-')` : `'-'`);
    const account = owner(t === 'user' ? 'id' : 'user_id');
    if (s === 'auth')
      return `select 'auth.${t}' as t, '-' as school, ${account} as candidate, ${digest} from auth."${t}" x group by 2, 3`;
    const [school, candidate] = [owner(t === 'school' ? 'id' : 'school_id'), owner(t === 'candidate' ? 'id' : 'candidate_id')];
    return `select '${t}' as t, ${school} as school, ${candidate} as candidate, ${digest} from app.${t} x group by 2, 3`;
  });
  const { rows } = await client.query<{ t: string; school: string; candidate: string; digest: string }>(
    parts.join(' union all '),
  );
  return new Map(rows.map(({ t, school, candidate, digest }) => [`${t} / ${school} / ${candidate}`, digest]));
}

const digest = `md5(string_agg(md5(x::text), '' order by md5(x::text))) as digest`;

/** Owners whose rows of a table are not what they were. */
export const moved = (before: RowDigests, after: RowDigests): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((owner) => before.get(owner) !== after.get(owner)).toSorted();
