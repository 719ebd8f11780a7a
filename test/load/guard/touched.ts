import { getHeapStatistics } from 'node:v8';
import { createGateway, type Gateway } from '@guichet/gateway/gateway';
import { pino } from 'pino';
import { secret } from '../../world/server.ts';
import type { World } from '../../world/world.ts';

/** What one act made the database read. */
export interface Touched {
  /** Large tables read from end to end. */
  readonly readWhole: readonly string[];
  /** Rows fetched by an index or by a scan, of all tables of the schema. */
  readonly rows: number;
  /** Tables of which more than a few pages' rows were fetched, with how many: tells which plan went astray. */
  readonly dear: readonly string[];
}

/** A table is large from here; of a smaller one the planner may read all. */
const large = 1000;

/** A gateway of one's own, whose budget no measurement exhausts. */
export const ownGateway = (world: World): Promise<Gateway> =>
  createGateway({
    databaseUrl: world.ownerUrl,
    secret,
    url: 'http://127.0.0.1:4000',
    isProduction: false,
    trustedProxies: [],
    log: pino({ level: 'silent' }),
    connections: 8,
    budget: 999_999_999,
  });

/** Acts on a gateway of its own, whose connections then end: a backend tells all it has counted at its end. */
export async function touchedBy(world: World, act: (gateway: Gateway) => Promise<unknown>): Promise<Touched> {
  // What others counted must have been told before it is set to nothing.
  await world.sql(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await endOfOthers(world);
  // This connection's own counts too, which wait for a second: what planted sixty thousand rows read as many.
  await world.sql('select pg_stat_force_next_flush()');
  await world.sql('select pg_stat_reset()');
  const gateway = await ownGateway(world);
  try {
    await act(gateway);
  } finally {
    await gateway.close();
  }
  return counted(world);
}

async function counted(world: World): Promise<Touched> {
  await endOfOthers(world);
  const rows = await world.sql<{ name: string; scans: number; rows: number; size: number }>(
    `select s.relname as name, s.seq_scan::int as scans, (s.seq_tup_read + s.idx_tup_fetch)::int as rows, c.reltuples::int as size
     from pg_stat_user_tables s join pg_class c on c.oid = s.relid where s.schemaname = 'app'`,
  );
  return {
    readWhole: rows.filter(({ scans, size }) => scans > 0 && size > large).map(({ name }) => name),
    dear: rows.filter(({ rows: fetched }) => fetched > large).map(({ name, rows: fetched }) => `${name}: ${fetched}`),
    rows: rows.reduce((sum, { rows: fetched }) => sum + fetched, 0),
  };
}

/** A closed connection's backend ends a moment later. */
async function endOfOthers(world: World): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const [row] = await world.sql<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    );
    if (row?.n === 0) return;
    await new Promise((resolve) => void setTimeout(resolve, 20));
  }
  throw new Error('Somebody else is still connected: what they read would count too');
}

/** Kilobytes allocated on the heap for one act, over many, once everything is warm. */
export async function allocatedBy(act: () => Promise<unknown>, { warm = 30, times = 100 } = {}): Promise<number> {
  for (let time = 0; time < warm; time += 1) await act();
  const before = bytes();
  for (let time = 0; time < times; time += 1) await act();
  return (bytes() - before) / times / 1024;
}

// Node tells it since version 26; its types do not know it yet.
const bytes = () => (getHeapStatistics() as unknown as { readonly total_allocated_bytes: number }).total_allocated_bytes;
