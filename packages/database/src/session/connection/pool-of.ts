import type { Pool } from 'pg';
import type { Orm } from '../orm.ts';

const pools = new WeakMap<Orm, Pool>();

/** The connections behind the tables, the same for reading and for writing. */
export async function poolOf(orm: Orm): Promise<Pool> {
  const known = pools.get(orm);
  if (known) return known;
  const pool = await orm.em.getDriver().getConnection().getNativeClient();
  pools.set(orm, pool);
  return pool;
}
