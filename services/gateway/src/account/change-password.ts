import type { LibraryUser } from './account-library.ts';
import { type AccountParts, addressOf, libraryCode, localeOf, notBefore, queueMail, refuseWeak } from './account-parts.ts';
import { voidAddressChange } from './address/void-address-change.ts';
import { holdToPassword, provePassword, replacePassword } from './password/prove-password.ts';
import { AccountRefusal } from './refusal/refusal.ts';
import type { Session } from './session-of.ts';

/** Mails a link that lets the holder of the address choose a new password; an unknown address gets the same answer. */
export async function requestReset(parts: AccountParts, text: string, address: string): Promise<void> {
  const email = addressOf(text);
  await parts.attempts.mail(email, address);
  await notBefore(parts.floorMs, async () => {
    await (await parts.library()).api.requestPasswordReset({ body: { email } });
  });
}

/** Sets a new password by a mailed token, once; every session of the account ends. */
export async function resetPassword(
  parts: AccountParts,
  { token, newPassword }: { token: string; newPassword: string },
  address: string,
): Promise<void> {
  await parts.attempts.link(address);
  const holder = await holderOf(parts, token);
  refuseWeak(newPassword, holder.email);
  try {
    await (await parts.library()).api.resetPassword({ body: { token, newPassword } });
  } catch (error) {
    if (libraryCode(error) === null) throw error;
    throw new AccountRefusal('LINK_REFUSED');
  }
  // Once more: a session that went on under a new token in that very moment was not there to be ended.
  await parts.sessions.endAllOf(holder.id);
}

async function holderOf(parts: AccountParts, token: string): Promise<LibraryUser> {
  const { internalAdapter } = await (await parts.library()).$context;
  const link = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  const holder = link ? await internalAdapter.findUserById(link.value) : null;
  if (!holder) throw new AccountRefusal('LINK_REFUSED');
  return holder;
}

/** What follows a reset: the address is proven, the attempts counted against the account are forgotten, its owner is told. */
export async function afterReset(parts: AccountParts, user: LibraryUser): Promise<void> {
  const locale = localeOf(user);
  const text = 'update auth."user" set email_verified = true, updated_at = auth.clock() where id = $1 and not email_verified';
  await parts.pool.query({ text, values: [user.id] });
  await voidAddressChange(parts, user.id);
  await parts.attempts.forget(user.email);
  if (user.emailVerified) await queueMail(parts, { recipient: user.email, kind: 'PASSWORD_CHANGED', locale, token: null });
  await parts.onVerified({ accountId: user.id, email: user.email, locale });
}

/** Changes the password of whoever is signed in and knows it; ends every other session and answers the token under which this one goes on. */
export async function changePassword(
  parts: AccountParts,
  session: Session,
  given: { currentPassword: string; newPassword: string; address: string },
): Promise<string> {
  const proven = await provePassword(parts, session, { password: given.currentPassword, address: given.address });
  const { password } = await (await parts.library()).$context;
  refuseWeak(given.newPassword, session.email);
  const hash = await password.hash(given.newPassword);
  await replacePassword(parts, proven, hash);
  await voidAddressChange(parts, session.accountId);
  const { email: recipient, locale } = session;
  await queueMail(parts, { recipient, kind: 'PASSWORD_CHANGED', locale, token: null });
  const renewed = await parts.sessions.renew(session);
  // Ended meanwhile: the new password opens the next one.
  if (renewed === null) throw new AccountRefusal('UNAUTHENTICATED');
  await holdToPassword(parts, renewed.token, hash);
  return renewed.token;
}
