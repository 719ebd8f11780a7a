import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmbeddedServer } from '@guichet/database/server/embedded-postgres';
import { accountFor } from '@guichet/database/server/unprivileged-account';
import { logins } from '@guichet/database/session/secrets';
import { Client } from 'pg';
import { type Beside, startBeside } from './beside.ts';

export interface PoolerPlan {
  readonly pgbouncer: string;
  readonly folder: string;
  readonly port: number;
  /** The server behind it. */
  readonly server: EmbeddedServer;
  /** Connections to the server for each login and database. */
  readonly size: number;
}

/** PgBouncer in transaction mode: each transaction may run on another of its few connections to the server. */
export async function startPooler({ pgbouncer, folder, port, server, size }: PoolerPlan): Promise<Beside> {
  const place = join(folder, `pooler-${port}`);
  mkdirSync(place, { mode: 0o700 });
  const [file, users] = [join(place, 'pgbouncer.ini'), join(place, 'users.txt')];
  writeFileSync(users, await usersOf(server), { mode: 0o600 });
  writeFileSync(file, configuration({ port, server: server.port, size, users }), { mode: 0o600 });
  const account = accountFor(folder);
  if (account) for (const path of [place, file, users]) chownSync(path, account.uid, account.gid);
  return startBeside({ path: pgbouncer, words: [file], port, account });
}

/** No password: the logins' verifiers as the server keeps them, by which a client's proof is handed on to it. */
async function usersOf(server: EmbeddedServer): Promise<string> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  const text = 'select rolname as name, rolpassword as verifier from pg_authid where rolname = any ($1)';
  const { rows } = await client.query<{ name: string; verifier: string }>(text, [logins]);
  await client.end();
  return rows.map(({ name, verifier }) => `"${name}" "${verifier}"\n`).join('');
}

// Whoever waits for a server connection is refused after two seconds, as a gateway refuses whoever waits for one of its own.
const configuration = ({
  port,
  server,
  size,
  users,
}: {
  port: number;
  server: number;
  size: number;
  users: string;
}) => `[databases]
* = host=127.0.0.1 port=${server}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
max_client_conn = 500
default_pool_size = ${size}
query_wait_timeout = 2
log_connections = 0
log_disconnections = 0
`;
