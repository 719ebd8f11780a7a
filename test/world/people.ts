import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { acceptInvitation } from '@guichet/admissions/account/accept-invitation';
import { rememberPerson } from '@guichet/admissions/account/remember-person';
import { sealFactor } from '@guichet/database/account/factor-secret';
import { personHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import type { Client } from 'pg';

export interface PersonWithAccount {
  readonly accountId: string;
  readonly email: string;
}

/** An account with a verified address and no password: stories sign in by a session row, account tests go through the doors. */
export async function addPerson(administrator: Client, email: string): Promise<PersonWithAccount> {
  const accountId = randomUUID();
  await administrator.query('insert into auth."user" (id, email, email_verified) values ($1, $2, true)', [accountId, email]);
  return { accountId, email };
}

/** What every planted factor is made of. */
const plantedFactor = Buffer.from('a planted factor of tests').subarray(0, 20);

/** A second factor, set up long ago: who makes rights is nobody without one. */
export async function addSecondFactor(administrator: Client, accountId: string, secret: string): Promise<void> {
  const columns = '(user_id, sealed_secret, created_at, confirmed_at)';
  const text = `insert into auth.second_factor ${columns} values ($1, $2, '2020-01-01Z', '2020-01-01Z') on conflict (user_id) do nothing`;
  await administrator.query(text, [accountId, sealFactor(secret, accountId, plantedFactor)]);
}

/** A session of an account, as its token; opened with the second factor, where there is one. */
export async function addSession(administrator: Client, accountId: string): Promise<string> {
  const token = randomBytes(24).toString('hex').slice(0, 32);
  const columns = '(user_id, token, expires_at, second_factor_at)';
  await administrator.query(`insert into auth.session ${columns} values ($1, $2, now(), auth.clock())`, [accountId, token]);
  return token;
}

/** Accepts an invitation as the person it was sent to, through the same door as the join page. */
export async function join(binding: Binding, { accountId, email }: PersonWithAccount, token: string): Promise<void> {
  await inWork(binding, personHat(accountId), (work) => rememberPerson(work, { email, locale: 'fr' }));
  const digest = createHash('sha256').update(token).digest('hex');
  const joined = await inWork(binding, personHat(accountId, digest), acceptInvitation);
  if (joined !== 'JOINED') throw new Error(`The invitation of ${email} was refused`);
}
