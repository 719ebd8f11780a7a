import { type AccountParts, addressOf, libraryCode, localeOf } from './account-parts.ts';
import { hashBehind, holdToPassword } from './password/prove-password.ts';
import { AccountRefusal } from './refusal/refusal.ts';
import { keepNewest } from './session/open-session.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** What the browser is known by, in words. */
  readonly device?: string | null;
}

export interface SignedIn {
  readonly accountId: string;
  readonly email: string;
  /** Opaque and new at each sign-in; the browser gets it signed. */
  readonly token: string;
  /** The session opens nothing before a code was given. */
  readonly needsCode: boolean;
}

/** One evaluation of a password, counted before it happens and given back when it was right. */
export async function signIn(parts: AccountParts, given: Credentials, address: string): Promise<SignedIn> {
  const email = addressOf(given.email);
  const attempt = await parts.attempts.password(email, address);
  const hash = await hashBehind(parts, email);
  const { token, user } = await evaluate(parts, { email, password: given.password });
  const needsCode = await noteDevice(parts, token, given.device ?? null);
  await holdToPassword(parts, token, hash);
  await attempt.forgive();
  await keepNewest(parts.pool, user.id);
  if (!needsCode) await parts.onVerified({ accountId: user.id, email: user.email, locale: localeOf(user) });
  return { accountId: user.id, email: user.email, token, needsCode };
}

// An address that waits to be confirmed is told nothing of its own: whoever opened an account for it would learn that it had none.
async function evaluate(parts: AccountParts, body: Credentials) {
  try {
    return await (await parts.library()).api.signInEmail({ body });
  } catch (error) {
    if (libraryCode(error) === null) throw error;
    throw new AccountRefusal('INVALID_CREDENTIALS');
  }
}

/** Writes the device beside the session the library made, and answers whether the account wants a code beside the password. */
async function noteDevice(parts: AccountParts, token: string, device: string | null): Promise<boolean> {
  const text = `update auth.session s set device = $2 where token = $1
    returning exists (select from auth.second_factor f where f.user_id = s.user_id and f.confirmed_at is not null) as "needsCode"`;
  const { rows } = await parts.pool.query<{ needsCode: boolean }>({ text, values: [token, device] });
  return rows[0]?.needsCode ?? true;
}
