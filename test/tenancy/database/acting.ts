import { loginUrl, sealKeyOf } from '@guichet/database/session/migrate';
import { type Claims, sealedSession } from '@guichet/database/session/seal';
import { Client, type QueryResult, type QueryResultRow } from 'pg';
import { secret } from '../../world/server.ts';

export type { Claims };

/** What the database said to one statement: its rows, or how it refused. */
export interface Said {
  /** SQLSTATE; null when it was done. */
  readonly code: string | null;
  readonly message: string;
  readonly rowCount: number;
  readonly rows: readonly QueryResultRow[];
}

/** Statements of one principal over a plain connection, as if the gateway's own code had been replaced by an attacker's. */
export interface Acting {
  /** One statement in a transaction bound to these claims; rolled back, whatever it did. */
  as(claims: Claims, ...statements: readonly string[]): Promise<Said>;
  /** The same with settings of one's own making instead of the sealed ones. */
  claiming(role: string, settings: Readonly<Record<string, string>>, statement: string): Promise<Said>;
  close(): Promise<void>;
}

/** A connection of one login to a database. */
export async function acting(ownerUrl: string, login: 'app_login' | 'app_work'): Promise<Acting> {
  const client = new Client({ connectionString: loginUrl(ownerUrl, login, secret) });
  await client.connect();
  const key = sealKeyOf(secret);
  const bound = async (role: string, settings: Readonly<Record<string, string>>, statements: readonly string[]) => {
    await client.query('begin');
    try {
      await client.query(`select set_config('role', $1, true)`, [role]);
      for (const [name, value] of Object.entries(settings)) await client.query('select set_config($1, $2, true)', [name, value]);
      return await last(client, statements);
    } finally {
      await client.query('rollback');
    }
  };
  return {
    as: (claims, ...statements) => {
      const { role, variables } = sealedSession(key, claims);
      return bound(role, variables, statements);
    },
    claiming: (role, settings, statement) => bound(role, settings, [statement]),
    close: () => client.end(),
  };
}

/** What was said to the last statement, or to the first that was refused. */
async function last(client: Client, statements: readonly string[]): Promise<Said> {
  let result: QueryResult = { rows: [], rowCount: 0, command: '', oid: 0, fields: [] };
  try {
    for (const statement of statements) result = await client.query(statement);
    return { code: null, message: '', rowCount: result.rowCount ?? 0, rows: result.rows };
  } catch (error) {
    const { code = '', message } = error as Error & { code?: string };
    return { code, message, rowCount: 0, rows: [] };
  }
}

/** SQLSTATE of what a role or a row may not. */
export const denied = '42501';
/** SQLSTATE of a foreign key that finds no row. */
export const noParent = '23503';
