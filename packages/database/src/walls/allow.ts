/** Verbs of the class table: select, insert, update, delete. */
export type Verb = 'S' | 'I' | 'U' | 'D';

/**
 * Request roles (`app_key` is a school's own system), narrow roles of the worker (relay, totals, seals of the trail, runs of its
 * jobs), and the owner of the effects.
 */
export type Role =
  | 'app_public'
  | 'app_person'
  | 'app_candidate'
  | 'app_school'
  | 'app_key'
  | 'app_reviewer'
  | 'app_platform'
  | 'app_relay'
  | 'app_totals'
  | 'app_sealer'
  | 'app_jobs'
  | 'app_effect';

/** One line of the class table: who may do what to which rows, and, where narrower than the row, to which columns. */
export interface Cell {
  readonly verbs: string;
  readonly roles: readonly Role[];
  readonly rows: string;
  readonly columns: readonly string[] | null;
}

/** Grant and policy in one line, so that neither stands without the other. */
// oxlint-disable-next-line max-params -- a cell of the class table is read as one line, in this order everywhere
export function allow(verbs: string, roles: readonly Role[], rows: string, columns?: readonly string[]): Cell {
  return { verbs, roles, rows, columns: columns ?? null };
}

const commands = { S: 'select', I: 'insert', U: 'update', D: 'delete' } as const;

/** The row policies of a table, one per role and command, for the ORM's metadata. */
export function policiesOf(table: string, cells: readonly Cell[]) {
  return cells.flatMap((cell) =>
    ([...cell.verbs] as Verb[]).flatMap((verb) =>
      cell.roles.map((role) => ({
        name: `${table}_${role.slice('app_'.length)}_${commands[verb]}`,
        command: commands[verb],
        roles: [role as string],
        ...(verb === 'I' ? {} : { using: cell.rows }),
        ...(verb === 'I' || verb === 'U' ? { check: cell.rows } : {}),
      })),
    ),
  );
}

/** What a table adds to its columns: the cells of the class table and the foreign keys that stay inside a tenant. */
export interface Wall {
  readonly table: string;
  readonly cells: readonly Cell[];
  readonly keys: readonly string[];
}

/** Grants as SQL. SELECT is by column, never by table: a table grant opens ctid and xmin, which tell order and transaction. */
export function grantsOf({ table, cells }: Wall, columnsOf: (table: string) => readonly string[]): string[] {
  return cells.flatMap((cell) =>
    ([...cell.verbs] as Verb[]).map((verb) => {
      const columns = verb === 'D' ? null : (cell.columns ?? (verb === 'S' ? columnsOf(table) : null));
      const list = columns ? ` (${columns.join(', ')})` : '';
      return `grant ${commands[verb]}${list} on app.${table} to ${cell.roles.join(', ')}`;
    }),
  );
}
