import { Client, escapeIdentifier } from 'pg';

/** Keeps the present database under another name on the same server, so that a new one can be made; answers that name. */
export async function setAside(administratorUrl: string): Promise<string | null> {
  const client = new Client({ connectionString: administratorUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_catalog.pg_database');
    const names = new Set(rows.map(({ datname }) => datname));
    if (!names.has('guichet')) return null;
    let number = 1;
    while (names.has(`guichet_aside_${number}`)) number += 1;
    const aside = `guichet_aside_${number}`;
    await client.query(`alter database guichet rename to ${escapeIdentifier(aside)}`);
    return aside;
  } finally {
    await client.end();
  }
}
