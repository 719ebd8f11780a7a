import { type Statement, send } from '@guichet/database/session/connection/batch';
import { sealKeyOf } from '@guichet/database/session/migrate';
import { scopeOf } from '@guichet/database/session/scope';
import type { Pool } from 'pg';
import type { Who } from './who.ts';

const sealKey = sealKeyOf(process.env['BENCH_SECRET'] ?? '');

/** The product's own scope of a tenant: role and sealed settings, sent in one batch with the statement. */
export const scopeAs = (who: Who, role: 'app_candidate' | 'app_school'): Statement =>
  scopeOf(sealKey, { role, ...claimsOf(who) }, '');

/** For whoever writes past row-level security: the effects of the tables believe sealed settings alone, whatever the login. */
export const sealAs = (who: Who): Statement => scopeOf(sealKey, { role: 'none', ...claimsOf(who) }, '');

const claimsOf = ({ account, school, candidate }: Who) => ({
  principal: account,
  school: school ?? undefined,
  candidate: candidate ?? undefined,
});

/** Statements in one round trip and one transaction; the rows of the last. */
export async function inOneBatch<R>(pool: Pool, statements: readonly Statement[]): Promise<R[]> {
  const client = await pool.connect();
  try {
    return ((await send(client, statements)).at(-1)?.rows ?? []) as R[];
  } finally {
    client.release();
  }
}
