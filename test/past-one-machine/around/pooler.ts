import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountFor } from '@guichet/database/server/unprivileged-account';
import { loginPassword, logins } from '@guichet/database/session/secrets';
import { secret } from '../../world/server.ts';
import { type Beside, startBeside } from './beside.ts';

export interface PoolerPlan {
  readonly pgbouncer: string;
  readonly folder: string;
  readonly port: number;
  /** Port of the server behind it. */
  readonly server: number;
  /** Connections to the server for each login and database. */
  readonly size: number;
}

/** PgBouncer in transaction mode: each transaction may run on another of its few connections to the server. */
export function startPooler({ pgbouncer, folder, port, server, size }: PoolerPlan): Promise<Beside> {
  const place = join(folder, `pooler-${port}`);
  mkdirSync(place, { mode: 0o700 });
  const [file, users] = [join(place, 'pgbouncer.ini'), join(place, 'users.txt')];
  writeFileSync(users, logins.map((login) => `"${login}" "${loginPassword(secret, login)}"\n`).join(''), { mode: 0o600 });
  writeFileSync(file, configuration({ port, server, size, users }), { mode: 0o600 });
  const account = accountFor(folder);
  if (account) for (const path of [place, file, users]) chownSync(path, account.uid, account.gid);
  return startBeside({ path: pgbouncer, words: [file], port, account });
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
