import { type AccountParts, addressOf, libraryCode, localeOf } from './account-parts.ts';
import type { PasswordAttempt } from './attempts.ts';
import { AccountRefusal } from './refusal/refusal.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export interface SignedIn {
  readonly accountId: string;
  readonly email: string;
  /** Opaque and new at each sign-in; the browser gets it signed. */
  readonly token: string;
}

/** Devices one account may be signed in on at a time; the oldest session gives way. */
export const sessionsPerAccount = 10;

/** One evaluation of a password, counted before it happens and given back when it was right. */
export async function signIn(parts: AccountParts, given: Credentials, address: string): Promise<SignedIn> {
  const email = addressOf(given.email);
  const attempt = await parts.attempts.password(email, address);
  const { token, user } = await evaluate(parts, { email, password: given.password }, attempt);
  await attempt.forgive();
  await keepNewest(parts, user.id);
  await parts.onVerified({ accountId: user.id, email: user.email, locale: localeOf(user) });
  return { accountId: user.id, email: user.email, token };
}

async function evaluate(parts: AccountParts, body: Credentials, attempt: PasswordAttempt) {
  try {
    return await parts.library.api.signInEmail({ body });
  } catch (error) {
    const code = libraryCode(error);
    if (code === null) throw error;
    if (code !== 'EMAIL_NOT_VERIFIED') throw new AccountRefusal('INVALID_CREDENTIALS');
    await attempt.forgive();
    throw new AccountRefusal('EMAIL_NOT_VERIFIED');
  }
}

async function keepNewest(parts: AccountParts, accountId: string) {
  await parts.pool.query({
    text: `delete from auth.session where user_id = $1 and id not in
      (select id from auth.session where user_id = $1 order by created_at desc, id limit $2)`,
    values: [accountId, sessionsPerAccount],
  });
}
