import { appendFileSync, chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedServer, startEmbedded } from '@guichet/database/server/embedded-postgres';
import { prepareOwner } from '@guichet/database/server/prepare-owner';
import { migrate } from '@guichet/database/session/migrate';
import { Client } from 'pg';
import { makeTemplate } from './template.ts';

/** Long enough for production, and no secret at all. */
export const secret = 'a secret of the tests, long enough for production';

/** Two databases to clone: `guichet`, migrated and empty, for the catalogue; `tmpl`, with a movable clock and the campaign. */
export interface TestServer {
  readonly administratorUrl: string;
  readonly ownerUrl: string;
  /** What it logs, of the whole run. */
  readonly logFile: string;
  stop(): Promise<void>;
}

/** One server for the whole run, on a folder of its own that goes with it. */
export async function startTestServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-test-'));
  chmodSync(folder, 0o755); // else a server lent by root cannot enter, and its rows would outlive the run elsewhere
  const logFile = join(folder, 'server.log');
  const server: EmbeddedServer = await startEmbedded(join(folder, 'database'), {
    durable: false,
    // Whoever looks for words in the log asks the server where it is.
    settings: { max_connections: '200', log_connections: 'on', 'guichet.log_file': logFile },
    onWords: (words) => appendFileSync(logFile, words),
  });
  const ownerUrl = await prepareOwner(server.url);
  await prepareDatabases(server.url, ownerUrl);
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { administratorUrl: server.url, ownerUrl, logFile, stop };
}

/** Migrates the owner's empty database, and makes the template that worlds are cloned from. */
export async function prepareDatabases(administratorUrl: string, ownerUrl: string): Promise<void> {
  await migrate(ownerUrl, secret);
  await clone(administratorUrl, { from: 'guichet', to: 'tmpl' });
  const template = { administratorUrl: databaseUrl(administratorUrl, 'tmpl'), ownerUrl: databaseUrl(ownerUrl, 'tmpl') };
  await makeTemplate({ ...template, secret });
}

/** Where walls are taken away on purpose, the two databases to clone bear a suffix: that of the broken copies. */
const suffix = process.env['GUICHET_TEST_SUFFIX'] ?? '';
const broken = (name: string) => (name === 'guichet' || name === 'tmpl' ? `${name}${suffix}` : name);

/** A copy of a database, in some 60 ms. */
export async function clone(administratorUrl: string, { from, to }: { from: string; to: string }): Promise<void> {
  const client = new Client({ connectionString: administratorUrl });
  await client.connect();
  try {
    await client.query(`create database ${to} template ${broken(from)} strategy file_copy owner app_owner`);
    // A copy does not inherit the database's own grants.
    await client.query(`revoke all on database ${to} from public`);
    await client.query(`grant connect on database ${to} to app_login, app_work, auth_svc`);
  } finally {
    await client.end();
  }
}

export function databaseUrl(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
