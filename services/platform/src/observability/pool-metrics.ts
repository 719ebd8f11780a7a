import { readingsBehind } from '@guichet/database/session/connection/readings-line';
import type { Pool } from 'pg';
import { Gauge, type Registry } from 'prom-client';

/** Connections of each pool, read when somebody looks. */
export function poolMetrics(registry: Registry): (name: string, pool: Pool) => void {
  const pools = new Map<string, Pool>();
  for (const { name, help, read } of gauges) {
    const gauge: Gauge<'pool' | 'state'> = new Gauge({
      name,
      help,
      labelNames: ['pool', 'state'],
      registers: [],
      collect() {
        for (const [pool, given] of pools)
          for (const [state, count] of Object.entries(read(given))) this.set(state === '' ? { pool } : { pool, state }, count);
      },
    });
    registry.registerMetric(gauge);
  }
  return (name, pool) => void pools.set(name, pool);
}

interface PoolGauge {
  readonly name: string;
  readonly help: string;
  /** By state; without one, under the empty word. */
  readonly read: (pool: Pool) => Readonly<Record<string, number>>;
}

const gauges: readonly PoolGauge[] = [
  {
    name: 'guichet_pool_connections',
    help: 'Connections of a pool, by what they do.',
    read: ({ totalCount, idleCount }) => ({ idle: idleCount, busy: totalCount - idleCount }),
  },
  { name: 'guichet_pool_limit', help: 'Connections a pool may have.', read: ({ options }) => ({ '': options.max }) },
  {
    name: 'guichet_pool_waiting',
    help: 'Who waits for a connection of a pool; refused with 503 after two seconds.',
    read: (pool) => ({ '': pool.waitingCount + readingsBehind(pool) }),
  },
];
