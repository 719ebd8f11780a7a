import { acting } from '../database/acting.ts';
import { aspectsOf } from './aspects.ts';
import { type FiveSchools, fiveSchools, type School } from './five-schools.ts';
import { queueAsServed } from './queue-as-served.ts';
import type { Observed, Seen } from './seen.ts';

/** Everything the five schools can gather: each column their role reads, the order rows come in, and what the desk serves. */
export async function observedBy(five: FiveSchools): Promise<Observed> {
  const found: [School, ReadonlyMap<string, Seen>][] = [];
  for (const school of fiveSchools) {
    const rows = await tablesOf(five, school);
    const byReference = joined(rows);
    await queueAsServed(five, school, byReference);
    found.push([school, byReference]);
  }
  return Object.fromEntries(found) as Observed;
}

interface Table {
  readonly name: string;
  /** The column that names the candidacy; null for rows that name none. */
  readonly link: string | null;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

const links = ['candidacy_id', 'object_id'];

/** Every table of the school's own, as rows come when nobody asks for an order, straight from where they lie. */
async function tablesOf({ world, staff, schoolIds }: FiveSchools, school: School): Promise<readonly Table[]> {
  const columns = await world.sql<{ t: string; columns: string[] }>(
    `select c.relname as t, array_agg(a.attname::text order by a.attnum) as columns from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and has_column_privilege('app_school', c.oid, a.attnum, 'SELECT')
        and exists (select from pg_attribute s where s.attrelid = c.oid and s.attname = 'school_id') group by 1 order by 1`,
  );
  const { as, close } = await acting(world.ownerUrl, 'app_login');
  const claims = { role: 'app_school', principal: staff[school].accountId, school: schoolIds[school] };
  const unordered = [
    'set local enable_indexscan = off',
    'set local enable_bitmapscan = off',
    'set local enable_indexonlyscan = off',
  ];
  const tables: Table[] = [];
  for (const { t, columns: all } of columns) {
    const values = all.map((column) => `${column}::text as ${column}`);
    const said = await as(claims, ...unordered, `select ${values.join(', ')} from app.${t}`);
    if (said.code !== null) throw new Error(`${t}: ${said.message}`);
    const link = t === 'candidacy' ? 'id' : (links.find((column) => all.includes(column)) ?? null);
    tables.push({ name: t, link, rows: said.rows });
  }
  await close();
  return tables;
}

/** One line a dossier: what names no candidacy is laid beside the candidacies in the order it lies in. */
function joined(tables: readonly Table[]): Map<string, Seen> {
  const candidacies = tables.find(({ name }) => name === 'candidacy')?.rows ?? [];
  const byCandidacy = new Map(candidacies.map(({ id }) => [id as string, new Map() as Seen]));
  for (const { name, link, rows } of tables) {
    const isMany = link === null && rows.length === candidacies.length;
    if (link === null && !isMany) continue;
    for (const [place, row] of rows.entries()) {
      const key = link === null ? candidacies[place]?.['id'] : row[link];
      const seen = byCandidacy.get(key as string);
      if (seen) addRow(seen, name, { ...row, '#place': String(place) });
    }
  }
  addLags(byCandidacy.values());
  const heads = tables.find(({ name }) => name === 'dossier_head')?.rows ?? [];
  return new Map(heads.map((row) => [row['reference'] as string, byCandidacy.get(row['candidacy_id'] as string) ?? new Map()]));
}

// The same for a whole school, or said already by the candidacy's own id.
const known = new Set(['school_id', 'campaign_id', 'notice_version_id', 'candidacy_id', 'object_id']);

function addRow(seen: Seen, table: string, row: Readonly<Record<string, unknown>>): void {
  for (const [column, value] of Object.entries(row)) {
    if (typeof value !== 'string' || known.has(column)) continue;
    for (const [aspect, number] of aspectsOf(value)) seen.set(`${table}.${column} ${aspect}`, number);
  }
}

/** How much later than the first instant of its dossier each other stands, and how far its place in a table is from its turn. */
function addLags(all: Iterable<Seen>): void {
  for (const seen of all) {
    const [first, turn] = [seen.get('candidacy.received_at order') ?? 0, seen.get('candidacy.#place order') ?? 0];
    for (const [name, number] of seen) {
      if (/(?:_|\.)at order/.test(name)) seen.set(name.replace(' order', ' lag'), number - first);
      if (name.endsWith('#place order')) seen.set(name.replace(' order', ' lag'), number - turn);
    }
  }
}
