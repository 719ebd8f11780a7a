import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { Client } from 'pg';
import { Refused } from '../terminal/refused.ts';
import { copyIn } from './copy-stream.ts';
import { differencesOf, tenantRows } from './tables.ts';
import { type DumpFacts, settled } from './write-dump.ts';

/** Loads a dump into a migrated database that holds nobody's rows, all of it or nothing; the rows of every tenant must come out as they went in. */
export async function loadDump(folder: string, administratorUrl: string): Promise<DumpFacts> {
  const dump = await readDump(folder);
  await refuseDamaged(folder, dump);
  const client = new Client({ connectionString: administratorUrl, application_name: 'guichet-load' });
  await client.connect();
  try {
    await client.query('begin; set local statement_timeout = 0');
    await refuseWithoutRoles(client, dump);
    await refuseOtherTables(client, dump);
    await load(client, dump, folder);
    await client.query(settled);
    const differences = differencesOf(dump.rows, await tenantRows(client));
    if (differences.length > 0) throw new Refused(['What was loaded is not what was dumped; nothing was kept:', ...differences]);
    await client.query('commit');
    await client.query('analyze');
    return dump;
  } finally {
    await client.end();
  }
}

export async function readDump(folder: string): Promise<DumpFacts> {
  const text = await readFile(join(folder, 'dump.json'), 'utf8').catch(() => null);
  if (text === null) throw new Refused(`${folder} holds no dump.`);
  return JSON.parse(text) as DumpFacts;
}

async function refuseDamaged(folder: string, { tables }: DumpFacts): Promise<void> {
  for (const { file } of tables)
    if ((await digestOf(join(folder, file.path))) !== file.digest)
      throw new Refused(`This dump is damaged; nothing was restored: ${file.path} is not what was written.`);
}

/** Null when it is gone. */
async function digestOf(file: string): Promise<string | null> {
  const digest = createHash('sha256');
  try {
    for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) digest.update(piece as Buffer);
    return digest.digest('hex');
  } catch {
    return null;
  }
}

/** Rows without their walls would be open to whoever comes in, or to nobody: neither is restored. */
async function refuseWithoutRoles(client: Client, { roles }: DumpFacts): Promise<void> {
  const { rows } = await client.query<{ name: string; login: boolean; inherits: boolean; exempt: boolean }>(
    `select rolname::text as name, rolcanlogin as login, rolinherit as inherits, rolsuper or rolbypassrls as exempt from pg_roles where rolname ~ '^(app|auth)_'`,
  );
  const there = new Map(rows.map((role) => [role.name, role]));
  const faults = roles.flatMap(({ name, mayLogIn, inherits }) => {
    const found = there.get(name);
    if (found === undefined) return [`${name} is missing`];
    const isSame = found.login === mayLogIn && found.inherits === inherits && !found.exempt;
    return isSame ? [] : [`${name} has other rights`];
  });
  if (faults.length > 0)
    throw new Refused([
      'Nothing was restored: the roles of the walls are not on this server.',
      ...faults.map((fault) => `  - ${fault}`),
      'Run "pnpm db:provision" and "pnpm db:migrate" there first.',
    ]);
}

async function refuseOtherTables(client: Client, { migrations }: DumpFacts): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('migrations.migration') is not null as there`);
  const { rows: done } = rows[0]?.there
    ? await client.query<{ name: string }>('select name from migrations.migration order by name')
    : { rows: [] };
  const names = done.map(({ name }) => name);
  if (names.join() !== migrations.join())
    throw new Refused([
      'Nothing was restored: this database is at another migration than the dump.',
      `The dump: ${migrations.at(-1)}; this database: ${names.at(-1) ?? 'none'}. Restore with the release that made the back-up, then update.`,
    ]);
  const { rows: people } = await client.query<{ some: boolean }>(
    `select exists (select from auth."user") or exists (select from app.candidate) as some`,
  );
  if (people[0]?.some) throw new Refused('Nothing was restored: this database holds people already.');
}

async function load(client: Client, { tables, counters }: DumpFacts, folder: string): Promise<void> {
  // The rows were whole when they were read: their effects and references are not judged again, one by one.
  await client.query('set local session_replication_role = replica');
  await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
  for (const { name, columns, file } of tables) {
    const rows = createReadStream(join(folder, file.path)).pipe(createGunzip());
    await copyIn(client, `copy ${name} (${columns.join(', ')}) from stdin`, rows);
  }
  for (const { name, last } of counters) if (last !== '0') await client.query('select setval($1::regclass, $2)', [name, last]);
}
