import { randomBytes } from 'node:crypto';
import type { AccountParts } from '../account-parts.ts';

/** A session to be opened: whose, on what, and whether the second factor was shown. */
export interface NewSession {
  readonly accountId: string;
  readonly device: string | null;
  readonly isProven: boolean;
}

/** Devices one account may be signed in on at a time; the oldest session gives way. */
export const sessionsPerAccount = 10;

/** Opens a session under a new random token, which it answers. */
export async function openSession({ pool }: Pick<AccountParts, 'pool'>, wanted: NewSession): Promise<string> {
  const token = randomBytes(24).toString('hex');
  // The trigger dates it and sets its end.
  const text = `insert into auth.session (user_id, token, expires_at, second_factor_at, device)
    values ($1, $2, auth.clock(), case when $3 then auth.clock() end, $4)`;
  await pool.query({ text, values: [wanted.accountId, token, wanted.isProven, wanted.device] });
  await keepNewest(pool, wanted.accountId);
  return token;
}

/** Sessions that wait for a code are counted apart: who knows the password alone ends no other. */
export async function keepNewest(pool: AccountParts['pool'], accountId: string): Promise<void> {
  await pool.query({
    text: `delete from auth.session where id in (select id from (
      select id, row_number() over (partition by second_factor_at is null order by created_at desc, id) as place
      from auth.session where user_id = $1) s where place > $2)`,
    values: [accountId, sessionsPerAccount],
  });
}
