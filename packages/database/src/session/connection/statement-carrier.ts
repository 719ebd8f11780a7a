import type { Pool, PoolClient } from 'pg';

const nameless = new WeakSet<object>();

/**
 * Sends every statement of a pool without a name, for a pooler that hands each transaction another connection and does not carry names
 * along: PgBouncer before 1.21. Each is then analysed and planned anew.
 */
export function dropNames(pool: Pool): void {
  pool.on('connect', (client) => {
    nameless.add(client);
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    const unnamed = (given: unknown, ...rest: unknown[]) =>
      query(isNamed(given) ? { ...given, name: undefined } : given, ...rest);
    client.query = unnamed as PoolClient['query'];
  });
}

/** Whether a connection keeps what is analysed once under a name. */
export const carriesNames = (client: object): boolean => !nameless.has(client);

// What brings its own protocol asks by itself.
const isNamed = (given: unknown): given is { readonly name: string } =>
  typeof given === 'object' && given !== null && 'name' in given && !('submit' in given);
