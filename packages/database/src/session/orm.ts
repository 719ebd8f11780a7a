import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { migrations } from '../migrations/migrations.ts';
import { ExtendedClient } from './connection/extended-client.ts';
import { NotFound } from './not-found.ts';
import { tables } from './tables.ts';

export interface OrmOptions {
  readonly url: string;
  /** Largest number of connections, hence of operations at once. */
  readonly connections?: number;
  readonly applicationName?: string;
  /** The owner migrates, in scripts of several statements; every other login sends one statement a message. */
  readonly isOwner?: boolean;
  /** Told of the pool before its first connection: who counts or traces looks in here. */
  readonly onPool?: (pool: Pool) => void;
}

const options = ({ url, connections = 10, applicationName = 'guichet', isOwner = false, onPool }: OrmOptions): Options => ({
  clientUrl: url,
  schema: 'app',
  entities: tables,
  extensions: [Migrator],
  // Words of the library are not ours: what matters is logged by who asked for it.
  logger: () => undefined,
  discovery: { warnWhenNoEntities: false },
  // Absent and foreign are the same row that is not there.
  findOneOrFailHandler: () => new NotFound(),
  migrations: { migrationsList: migrations, snapshot: false, transactional: true, tableName: 'migration', schema: 'migrations' },
  schemaGenerator: { createForeignKeyConstraints: false },
  // Kept for ten minutes, not the driver's ten seconds: a connection's first request costs the server as much as four others, and those who come
  // together at a deadline would all pay that at once.
  pool: { min: 0, max: connections, idleTimeoutMillis: 600_000 },
  driverOptions: {
    application_name: applicationName,
    // An exhausted pool answers 503 within two seconds instead of waiting for ever.
    connectionTimeoutMillis: 2000,
    // What is sent behind another statement goes at once: readings that share a connection do (`readings-line.ts`).
    pipeline: true,
    ...(onPool ? { onPoolCreated: onPool } : {}),
    ...(isOwner ? {} : { Client: ExtendedClient }),
  },
});

export type Orm = MikroORM;

/** The rows, bound to one login; each request forks its own EntityManager under its own role. */
export const createOrm = (given: OrmOptions): Promise<Orm> => MikroORM.init(options(given));
