import { setTimeout as pause } from 'node:timers/promises';
import type { Shared } from './build-process.ts';
import { administratorOf } from './shared-database.ts';

const longest = `
  select coalesce(max(extract(epoch from clock_timestamp() - l.waitstart)), 0)::float8 * 1000 as ms
  from pg_locks l join pg_stat_activity a on a.pid = l.pid where not l.granted and a.datname = current_database()`;

/** Looks on every few milliseconds; ended, it tells how long anybody waited for a lock at most, in milliseconds. */
export async function watchLockWaits(shared: Shared): Promise<() => Promise<number>> {
  const client = await administratorOf(shared);
  const over = new AbortController();
  let most = 0;
  const watching = (async () => {
    while (!over.signal.aborted) {
      const { rows } = await client.query<{ ms: number }>(longest);
      most = Math.max(most, rows[0]?.ms ?? 0);
      await pause(5);
    }
  })();
  return async () => {
    over.abort();
    await watching;
    await client.end();
    return Math.round(most);
  };
}
