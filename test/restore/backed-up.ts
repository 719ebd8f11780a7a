import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedServer, startEmbedded } from '@guichet/database/server/embedded-postgres';
import { prepareOwner } from '@guichet/database/server/prepare-owner';
import { archiveSettings, archiveTo } from '@guichet/platform/back-up/archive';
import { Client, type QueryResultRow } from 'pg';
import { prepareDatabases, secret } from '../world/server.ts';
import { aWorld, type World } from '../world/world.ts';

/** A world on a server of its own, whose log is put away as the platform’s is. */
export interface BackedUp {
  readonly parent: string;
  readonly world: World;
  /** The name of the world’s database. */
  readonly database: string;
  readonly server: EmbeddedServer;
  readonly backupFolder: string;
  readonly dataFolder: string;
  /** A data folder for a restore, not there yet. */
  emptyPlace(name: string): string;
  close(): Promise<void>;
}

export async function aBackedUpWorld(): Promise<BackedUp> {
  const parent = mkdtempSync(join(tmpdir(), 'guichet-restore-test-'));
  chmodSync(parent, 0o755);
  const [dataFolder, backupFolder] = [join(parent, 'data'), join(parent, 'back-ups')];
  for (const folder of [dataFolder, backupFolder]) mkdirSync(folder, { mode: 0o755 });
  const server = await startEmbedded(join(dataFolder, 'database'), { durable: false, settings: archiveSettings });
  await archiveTo(backupFolder, server.url);
  const ownerUrl = await prepareOwner(server.url);
  await prepareDatabases(server.url, ownerUrl);
  const world = await worldOn(server.url, ownerUrl);
  // Thousands of files no test looks at would be copied with the others.
  for (const name of ['tmpl', 'guichet']) await world.sql(`drop database ${name}`);
  const close = async () => {
    await world.close();
    await server.stop();
    rmSync(parent, { recursive: true, force: true });
  };
  const database = new URL(world.ownerUrl).pathname.slice(1);
  return { parent, world, database, server, backupFolder, dataFolder, emptyPlace: (name) => join(parent, name), close };
}

/** A world is made on the server that the environment names. */
async function worldOn(administratorUrl: string, ownerUrl: string): Promise<World> {
  const { GUICHET_TEST_ADMINISTRATOR, GUICHET_TEST_OWNER } = process.env;
  Object.assign(process.env, { GUICHET_TEST_ADMINISTRATOR: administratorUrl, GUICHET_TEST_OWNER: ownerUrl });
  try {
    return await aWorld();
  } finally {
    Object.assign(process.env, { GUICHET_TEST_ADMINISTRATOR, GUICHET_TEST_OWNER });
  }
}

export const orderOf = ({ backupFolder, database }: BackedUp, dataFolder: string, at: Temporal.Instant | null = null) => ({
  backupFolder,
  database,
  dataFolder,
  secret,
  at,
});

/** Serves what was restored for as long as is asked. */
export async function whileServed<Answer>(dataFolder: string, act: (server: EmbeddedServer) => Promise<Answer>): Promise<Answer> {
  const server = await startEmbedded(join(dataFolder, 'database'), { durable: false });
  try {
    return await act(server);
  } finally {
    await server.stop();
  }
}

export async function rowsOf<Row extends QueryResultRow>(connectionString: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

export async function clockOf(url: string): Promise<Temporal.Instant> {
  const [row] = await rowsOf<{ at: string }>(
    url,
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
  );
  return Temporal.Instant.from(row?.at ?? '');
}
