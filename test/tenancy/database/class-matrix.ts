import { beforeAll, describe, expect, test } from '@jest/globals';
import { type ClassCell, classTable } from '../catalogue-gate.ts';
import type { Claims, Said } from './acting.ts';
import { asAdministrator } from './as-administrator.ts';
import { publicClasses, type WalledWorld } from './walled-world.ts';

/** Every table × role × command against the class table. */
export function classMatrix(world: () => WalledWorld): void {
  let cells: readonly ClassCell[];
  let columns: ReadonlyMap<string, readonly Column[]>;

  /** A column as one role may use it. */
  interface Column {
    readonly name: string;
    readonly mayRead: boolean;
    readonly mayWrite: boolean;
  }

  beforeAll(async () => {
    cells = await asAdministrator(world().world, classTable);
  }, 120_000);

  const verbs = ['S', 'I', 'U', 'D'] as const;
  type Verb = (typeof verbs)[number];
  const may = (table: string, role: string, verb: Verb) =>
    (cells.find((cell) => cell.t === table && cell.role === role)?.may ?? '').toUpperCase().includes(verb);

  async function columnsFor(role: string): Promise<ReadonlyMap<string, readonly Column[]>> {
    const rows = await world().world.sql<{ t: string; columns: Column[] }>(
      `select c.relname as t, json_agg(json_build_object('name', a.attname, 'mayRead', has_column_privilege($1, c.oid, a.attnum, 'SELECT'),
       'mayWrite', has_column_privilege($1, c.oid, a.attnum, 'UPDATE')) order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' group by 1`,
      [role],
    );
    return new Map(rows.map(({ t, columns: found }) => [t, found]));
  }

  /** A statement of each command that needs the right and touches what it is let see; null where only the right itself can be asked for. */
  function statementOf(table: string, verb: Verb): string {
    const found = columns.get(table) ?? [];
    const read = (found.find(({ mayRead }) => mayRead) ?? found[0])?.name;
    const written = (
      found.find(({ mayWrite, mayRead }) => mayWrite && mayRead) ??
      found.find(({ mayWrite }) => mayWrite) ??
      found[0]
    )?.name;
    if (verb === 'S') return `select ${read} from app.${table}`;
    if (verb === 'I') return `insert into app.${table} default values`;
    if (verb === 'U') return `update app.${table} set ${written} = ${written}`;
    return `delete from app.${table}`;
  }

  const isRefusedRight = ({ code, message }: Said) => code === '42501' && message.startsWith('permission denied');

  /** Rows of a table that belong to a principal: of the acting school, of the candidate. */
  async function ownRows(table: string, claims: Claims): Promise<{ own: number; all: number } | null> {
    const tenant = claims.role === 'app_candidate' ? 'candidate_id' : 'school_id';
    const isTenant = (columns.get(table) ?? []).some(({ name }) => name === tenant);
    if (!isTenant || publicClasses.includes(table)) return null;
    const id = claims.role === 'app_candidate' ? claims.candidate : claims.school;
    const [row] = await world().world.sql<{ own: number; all: number }>(
      `select count(*) filter (where ${tenant} = $1)::int as own, count(*)::int as all from app.${table}`,
      [id],
    );
    return row ?? null;
  }

  const actors = [
    ['nobody', 'anonymous'],
    ['a candidate of two schools', 'C1'],
    ['a candidate of one school', 'C2'],
    ['an officer of A', 'OA'],
    ['an officer of B', 'OB'],
    ['a reader of A', 'RA1'],
    ['a reader of B', 'RB1'],
    ['a system of A', 'KW'],
    ['a system of B', 'KB'],
    ['the consortium', 'OP'],
  ] as const;

  describe('C-04 every table answers every role as the class table says', () => {
    test.each(actors)('C-04 %s has the rights of the class table, no more and no less', async (_, name) => {
      const claims = world().who[name];
      columns = await columnsFor(claims.role);
      const found: string[] = [];
      const expected: string[] = [];
      for (const table of world().tables) {
        for (const verb of verbs) {
          const said = await world().gateway.as(claims, statementOf(table, verb));
          found.push(`${table} ${verb} ${isRefusedRight(said) ? 'no' : 'yes'}`);
          expected.push(`${table} ${verb} ${may(table, claims.role, verb) ? 'yes' : 'no'}`);
        }
      }
      expect(found.length).toBeGreaterThan(160);
      expect(found).toEqual(expected);
    });

    test.each(actors.slice(1, 9))('C-04 %s sees and changes rows of their own tenant alone', async (_, name) => {
      const claims = world().who[name];
      columns = await columnsFor(claims.role);
      const beyond: string[] = [];
      let foreign = 0;
      for (const table of world().tables) {
        const rows = await ownRows(table, claims);
        if (rows === null) continue;
        foreign += rows.all - rows.own;
        for (const verb of ['S', 'U', 'D'] as const) {
          const said = await world().gateway.as(claims, statementOf(table, verb));
          if (said.rowCount > rows.own) beyond.push(`${table} ${verb}: ${said.rowCount} of ${rows.own}`);
        }
      }
      expect(foreign).toBeGreaterThan(10);
      expect(beyond).toEqual([]);
    });
  });
}
