import { dropNames } from '@guichet/database/session/connection/statement-carrier';
import { bindingKeys, loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { createReplica, type Replica } from '@guichet/database/session/replica';
import type { Binding } from '@guichet/database/session/work';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import type { GatewayWatch } from '../http/watch/gateway-watch.ts';

interface Doors {
  readonly databaseUrl: string;
  readonly secret: string;
  readonly connections?: number;
  readonly replicaUrl?: string | null;
  readonly namesStatements?: boolean;
  readonly watch?: GatewayWatch | undefined;
  readonly log: Logger;
}

/** Before the first connection of a pool. */
function prepare({ namesStatements = true, watch }: Doors, name: 'rows' | 'accounts' | 'replica', pool: Pool): void {
  if (!namesStatements) dropNames(pool);
  watch?.pool(name, pool);
}

/** As `app_login`, for the rows of requests. */
export async function rowsBinding(doors: Doors): Promise<Binding> {
  const { databaseUrl, secret, connections = 20 } = doors;
  const url = loginUrl(databaseUrl, 'app_login', secret);
  return { orm: await createOrm({ url, connections, onPool: (pool) => prepare(doors, 'rows', pool) }), ...bindingKeys(secret) };
}

/** As `auth_svc`, for accounts and sessions, and for nothing else. */
export function accountPool(doors: Doors): Pool {
  const { databaseUrl, secret, log } = doors;
  const connectionString = loginUrl(databaseUrl, 'auth_svc', secret);
  // Kept for ten minutes, as those of the rows are: nobody is late because a connection had to be opened first.
  const pool = new Pool({ connectionString, max: 10, connectionTimeoutMillis: 2000, idleTimeoutMillis: 600_000 });
  pool.on('error', (error) =>
    log.warn({ event: 'pool-error', code: (error as { code?: string }).code }, 'A connection was lost'),
  );
  // Heard also while somebody holds the connection, where the pool does not listen: an error nobody hears would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  prepare(doors, 'accounts', pool);
  return pool;
}

/** A streaming copy, for counts; null where none is named. */
export async function countingReplica(doors: Doors): Promise<Replica | null> {
  const { replicaUrl, secret, watch } = doors;
  if (!replicaUrl) return null;
  return createReplica({
    url: loginUrl(replicaUrl, 'app_login', secret),
    keys: bindingKeys(secret),
    connections: 5,
    onPool: (pool) => prepare(doors, 'replica', pool),
    onAsked: (isCaughtUp) => watch?.replicaAsked(isCaughtUp),
  });
}
