import type { LibraryUser } from './account-library.ts';
import { type AccountParts, addressOf, libraryCode, notBefore, refuseWeak } from './account-parts.ts';
import { AccountRefusal } from './refusal/refusal.ts';

export interface NewAccount {
  readonly email: string;
  readonly password: string;
  readonly locale: 'fr' | 'en';
}

/** Opens an account and mails the link that confirms it; a known address gets a mail of another kind and the same answer. */
export async function signUp(parts: AccountParts, person: NewAccount, address: string): Promise<void> {
  const email = addressOf(person.email);
  refuseWeak(person.password, email);
  await parts.attempts.mail(email, address);
  await notBefore(parts.floorMs, () => create(parts, { ...person, email }));
}

async function create(parts: AccountParts, { email, password, locale }: NewAccount) {
  try {
    await (await parts.library()).api.signUpEmail({ body: { name: '', email, password, locale } });
  } catch (error) {
    const code = libraryCode(error);
    if (code === 'INVALID_EMAIL') throw new AccountRefusal('BAD_USER_INPUT', { about: 'ADDRESS' });
    // Two sign-ups of one address at the same time: the other one has sent the mail.
    if (code !== 'FAILED_TO_CREATE_USER') throw error;
  }
}

/**
 * An address whose account waits to be confirmed was given again: who opened the account may not be the one who reads this mailbox. The
 * reader chooses the password by a mailed link, and the one chosen first opens nothing, whichever link is followed.
 */
export async function finishOpening(parts: AccountParts, { id, email }: LibraryUser): Promise<void> {
  const text = `update auth.account set password = null, updated_at = auth.clock() where provider_id = 'credential'
    and user_id = (select id from auth."user" where id = $1 and not email_verified)`;
  await parts.pool.query({ text, values: [id] });
  await (await parts.library()).api.requestPasswordReset({ body: { email } });
}

/** Mails a new confirmation link, where the address has an account that waits for one. */
export async function resendVerification(parts: AccountParts, text: string, address: string): Promise<void> {
  const email = addressOf(text);
  await parts.attempts.mail(email, address);
  await notBefore(parts.floorMs, async () => {
    await (await parts.library()).api.sendVerificationEmail({ body: { email } });
  });
}

/** Confirms the address a link was mailed to. A second use changes nothing and is no error. */
export async function verifyEmail(parts: AccountParts, token: string, address: string): Promise<void> {
  await parts.attempts.link(address);
  try {
    await (await parts.library()).api.verifyEmail({ query: { token } });
  } catch (error) {
    if (libraryCode(error) === null) throw error;
    throw new AccountRefusal('LINK_REFUSED');
  }
}
