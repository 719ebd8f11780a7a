import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '@guichet/database/migrations/migrations';
import { type EmbeddedServer, startEmbedded } from '@guichet/database/server/embedded-postgres';
import { prepareOwner } from '@guichet/database/server/prepare-owner';
import { migrate } from '@guichet/database/session/migrate';
import { Client } from 'pg';
import { root } from '../../walls/keep-report.ts';
import { databaseUrl } from '../../world/server.ts';
import { openBenchCampaign } from './campaign.ts';
import { peerLogin, plantDesks, signIn } from './desks.sql.ts';
import { type Planted, plantDossiers } from './dossiers.sql.ts';
import { postgraphileFunctions } from './postgraphile.sql.ts';

/** No secret at all; the peers need it too, to read the session's cookie. */
export const benchSecret = 'a secret of the bench, long enough for production';
const peerPassword = 'peer';

/** A database of the bench on a server with production settings. */
export interface BenchDatabase {
  readonly name: string;
  readonly administratorUrl: string;
  readonly ownerUrl: string;
  /** The peers' address, past row-level security. */
  readonly peerUrl: string;
}

export interface BenchServer {
  readonly pid: number;
  readonly administratorUrl: string;
  /** A copy of the planted rows; `withoutPolicies` switches row-level security off in it. */
  database(planted: Planted, options: { readonly name: string; readonly withoutPolicies?: boolean }): Promise<BenchDatabase>;
  stop(): Promise<void>;
}

// Everything is forced to disk as in production; the rest is room, so that rows lie in memory and no checkpoint falls into a figure.
const settings = {
  shared_buffers: '1GB',
  max_connections: '200',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track': 'top',
};

/** The server of the bench, on a folder of its own that is kept: rows once planted are copied by the next run. */
export async function startBenchServer(folder: string, say: (line: string) => void): Promise<BenchServer> {
  const server: EmbeddedServer = await startEmbedded(join(root, 'node_modules/.cache', folder), { settings });
  const ownerUrl = await prepareOwner(server.url);
  const urlsOf = (name: string): BenchDatabase => {
    const peer = new URL(databaseUrl(server.url, name));
    [peer.username, peer.password] = ['bench_peer', peerPassword];
    return {
      name,
      administratorUrl: databaseUrl(server.url, name),
      ownerUrl: databaseUrl(ownerUrl, name),
      peerUrl: peer.href,
    };
  };
  return {
    pid: server.pid,
    administratorUrl: server.url,
    database: async (planted, { name, withoutPolicies = false }) => {
      const source = await plantedDatabase(server.url, { planted, urlsOf, say });
      await asAdministrator(server.url, [
        `drop database if exists ${name} with (force)`,
        `create database ${name} template ${source} strategy file_copy owner app_owner`,
        `revoke all on database ${name} from public`,
        `grant connect on database ${name} to app_login, app_work, auth_svc`,
      ]);
      const urls = urlsOf(name);
      const bare = withoutPolicies ? await tablesOf(urls.administratorUrl) : [];
      await asAdministrator(urls.administratorUrl, [
        ...peerLogin(peerPassword),
        `grant connect on database ${name} to bench_peer`,
        ...postgraphileFunctions,
        ...signIn,
        ...bare.map((table) => `alter table app.${table} disable row level security`),
        'analyze auth.session',
        'checkpoint',
      ]);
      return urls;
    },
    stop: () => server.stop(),
  };
}

interface Planting {
  readonly planted: Planted;
  readonly urlsOf: (name: string) => BenchDatabase;
  readonly say: (line: string) => void;
}

/** The database that is copied, planted by the first run that asks for so many rows under these migrations. */
async function plantedDatabase(administratorUrl: string, { planted, urlsOf, say }: Planting): Promise<string> {
  const name = nameOf(planted);
  const [standing] = await rowsOf<{ is: boolean }>(
    administratorUrl,
    `select exists (select from pg_database where datname = '${name}') as is`,
  );
  if (standing?.is) return name;
  const draft = `${name}_draft`;
  const { ownerUrl, administratorUrl: draftUrl } = urlsOf(draft);
  say(`planting ${planted.candidates * 3} candidacies, once`);
  await asAdministrator(administratorUrl, [
    `drop database if exists ${draft} with (force)`,
    `create database ${draft} owner app_owner`,
  ]);
  await migrate(ownerUrl, benchSecret);
  await openBenchCampaign(ownerUrl, benchSecret);
  await asAdministrator(draftUrl, [
    'create extension if not exists pg_stat_statements',
    // Rows are planted past triggers and keys; all of them fit each other.
    'set session_replication_role = replica',
    "set work_mem = '256MB'",
    ...plantDossiers(planted),
    ...plantDesks,
    'vacuum analyze',
  ]);
  await asAdministrator(administratorUrl, [`alter database ${draft} rename to ${name}`]);
  return name;
}

/** Other rows, other migrations or another week: another database. */
function nameOf({ candidates, drafts }: Planted): string {
  const sources = ['campaign.ts', 'dossiers.sql.ts', 'desks.sql.ts'].map((file) => readFileSync(join(import.meta.dirname, file)));
  const known = JSON.stringify(migrations.map(({ name }) => name));
  const digest = createHash('sha256').update(Buffer.concat(sources)).update(known).digest('hex').slice(0, 8);
  return `planted_${candidates}_${drafts}_${digest}`;
}

const tablesOf = async (url: string) =>
  (await rowsOf<{ name: string }>(url, `select tablename as name from pg_tables where schemaname = 'app'`)).map(
    ({ name }) => name,
  );

/** Statements one after another, past every wall. */
export async function asAdministrator(url: string, statements: readonly string[]): Promise<void> {
  await withClient(url, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}

export const rowsOf = <R extends object>(url: string, text: string): Promise<R[]> =>
  withClient(url, async (client) => (await client.query<R>(text)).rows);

async function withClient<T>(connectionString: string, act: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
