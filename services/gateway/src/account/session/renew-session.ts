import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { Session } from '../session-of.ts';

/** What a session goes on as. */
export interface RenewedSession {
  readonly sessionId: string;
  readonly token: string;
}

const endOthers = 'delete from auth.session where user_id = $1 and id <> $2';
// The trigger ends the one that asks and hands its dates on; where it is gone, it lets nothing be opened.
const goOn = `insert into auth.session (user_id, renews, token, expires_at, second_factor_at)
  values ($1, $2, $3, auth.clock(), case when $4 then auth.clock() end) returning id`;

/**
 * The session of whoever changed what they hold: the others end, this one goes on under a new id and token. It keeps when it began, when it
 * ends and when the factor was shown, unless it was shown just now; so it is never a way to live on without a password.
 */
export async function renewSession(
  pool: Pool,
  { accountId, sessionId }: Session,
  { isProvenNow } = { isProvenNow: false },
): Promise<RenewedSession | null> {
  const token = randomBytes(24).toString('hex');
  await pool.query({ text: endOthers, values: [accountId, sessionId] });
  const { rows } = await pool.query<{ id: string }>({ text: goOn, values: [accountId, sessionId, token, isProvenNow] });
  return rows[0] ? { sessionId: rows[0].id, token } : null;
}
