import { Client } from 'pg';
import { clone, databaseUrl } from '../world/server.ts';

/** Fresh copies of the migrated database and of the template, with the wall taken away in both. */
export async function breakDatabases(administratorUrl: string, suffix: string, statements: readonly string[]): Promise<void> {
  await dropBroken(administratorUrl, suffix);
  for (const name of broken) {
    await clone(administratorUrl, { from: name, to: `${name}${suffix}` });
    await onDatabase(databaseUrl(administratorUrl, `${name}${suffix}`), statements);
  }
}

const broken = ['guichet', 'tmpl'] as const;

/** Nothing of a wall that was taken away stays on the server. */
export async function dropBroken(administratorUrl: string, suffix: string): Promise<void> {
  const drops = broken.map((name) => `drop database if exists ${name}${suffix} with (force)`);
  await onDatabase(administratorUrl, drops);
}

/** Runs statements one by one as the administrator. */
async function onDatabase(connectionString: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The instant it is for the server, to the second. */
export async function clockOf(connectionString: string): Promise<string> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ at: string }>(
      `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`,
    );
    return rows[0]?.at ?? '';
  } finally {
    await client.end();
  }
}
