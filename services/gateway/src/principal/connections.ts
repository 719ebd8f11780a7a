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
  readonly watch?: GatewayWatch | undefined;
  readonly log: Logger;
}

/** As `app_login`, for the rows of requests. */
export async function rowsBinding({ databaseUrl, secret, connections = 20, watch }: Doors): Promise<Binding> {
  const url = loginUrl(databaseUrl, 'app_login', secret);
  return { orm: await createOrm({ url, connections, onPool: (pool) => watch?.pool('rows', pool) }), ...bindingKeys(secret) };
}

/** As `auth_svc`, for accounts and sessions, and for nothing else. */
export function accountPool({ databaseUrl, secret, watch, log }: Doors): Pool {
  const pool = new Pool({ connectionString: loginUrl(databaseUrl, 'auth_svc', secret), max: 10, connectionTimeoutMillis: 2000 });
  pool.on('error', (error) =>
    log.warn({ event: 'pool-error', code: (error as { code?: string }).code }, 'A connection was lost'),
  );
  watch?.pool('accounts', pool);
  return pool;
}

/** A streaming copy, for counts; null where none is named. */
export async function countingReplica({ replicaUrl, secret, watch }: Doors): Promise<Replica | null> {
  if (!replicaUrl) return null;
  return createReplica({
    url: loginUrl(replicaUrl, 'app_login', secret),
    keys: bindingKeys(secret),
    connections: 5,
    onPool: (pool) => watch?.pool('replica', pool),
    onAsked: (isCaughtUp) => watch?.replicaAsked(isCaughtUp),
  });
}
