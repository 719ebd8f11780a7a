import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { type CopiedFile, writeWhole } from '../back-up/copied-file.ts';
import { copyOut } from './copy-stream.ts';
import { type DumpedTable, dumpedTables, type TenantRows, tenantRows } from './tables.ts';

/** What a dump says of itself. */
export interface DumpFacts {
  /** By the database's clock, at the beginning of its one snapshot. */
  readonly at: string;
  readonly serverVersion: string;
  readonly migrations: readonly string[];
  /** Without these on the other side the rows would come back under other rights, or none. */
  readonly roles: readonly DumpedRole[];
  /** Tells whether the platform there has the same secret, without telling it. */
  readonly sealDigest: string;
  readonly tables: readonly (DumpedTable & { readonly file: CopiedFile })[];
  readonly counters: readonly { readonly name: string; readonly last: string }[];
  readonly rows: readonly TenantRows[];
}

export interface DumpedRole {
  readonly name: string;
  readonly mayLogIn: boolean;
  readonly inherits: boolean;
}

export interface DumpOrder {
  /** The platform's database, as somebody who may take on the back-up's role. */
  readonly databaseUrl: string;
  /** A folder that does not exist yet. */
  readonly to: string;
  /** The role whose eyes see every row. */
  readonly role: string;
}

/**
 * Every row as text, of one snapshot. With `row_security = off` a role that policies bind is refused by the server: what it may not see
 * would otherwise be missing without a word.
 */
export async function writeDump({ databaseUrl, to, role }: DumpOrder): Promise<DumpFacts> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'guichet-dump' });
  await client.connect();
  try {
    await client.query(`begin isolation level repeatable read read only; set local statement_timeout = 0`);
    await client.query(settled);
    const facts = await factsOf(client);
    await client.query(`set local role ${client.escapeIdentifier(role)}; set local row_security = off`);
    await mkdir(to, { mode: 0o700 });
    const tables: (DumpedTable & { file: CopiedFile })[] = [];
    for (const table of await dumpedTables(client)) tables.push({ ...table, file: await writeTable(client, table, to) });
    const dump = { ...facts, tables, counters: await countersOf(client), rows: await tenantRows(client) };
    await writeWhole(join(to, 'dump.json'), `${JSON.stringify(dump, null, 1)}\n`);
    return dump;
  } finally {
    await client.end();
  }
}

/** Texts of instants and numbers do not depend on who asks. */
export const settled = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local extra_float_digits = 1;
  set local bytea_output = 'hex'`;

async function factsOf(client: Client): Promise<Omit<DumpFacts, 'tables' | 'counters' | 'rows'>> {
  const { rows } = await client.query<Omit<DumpFacts, 'tables' | 'counters' | 'rows'>>(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, current_setting('server_version') as "serverVersion",
       (select array_agg(name order by name) from migrations.migration) as migrations,
       (select json_agg(json_build_object('name', rolname, 'mayLogIn', rolcanlogin, 'inherits', rolinherit) order by rolname)
          from pg_roles where rolname ~ '^(app|auth)_') as roles,
       (select encode(sha256(key), 'hex') from app.seal) as "sealDigest"`,
  );
  const [facts] = rows;
  if (facts === undefined) throw new Error('The database says nothing of itself.');
  return facts;
}

async function writeTable(client: Client, { name, columns }: DumpedTable, to: string): Promise<CopiedFile> {
  const path = `${name.replaceAll('"', '')}.copy.gz`;
  const file = join(to, path);
  const digest = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const rows = copyOut(client, `copy ${name} (${columns.join(', ')}) to stdout`);
  await pipeline(rows, createGzip({ level: 1 }), counted, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  return { path, bytes, digest: digest.digest('hex') };
}

async function countersOf(client: Client): Promise<DumpFacts['counters']> {
  const { rows } = await client.query<{ name: string; last: string }>(
    `select c.oid::regclass::text as name, coalesce(s.last_value, 0)::text as last from pg_class c join pg_sequences s
       on s.schemaname = c.relnamespace::regnamespace::text and s.sequencename = c.relname
     where c.relkind = 'S' and c.relnamespace in ('app'::regnamespace, 'auth'::regnamespace) order by 1`,
  );
  return rows;
}
