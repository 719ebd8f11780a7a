import type { AccountParts } from '../account-parts.ts';
import { AccountRefusal } from '../refusal/refusal.ts';
import { openSession } from '../session/open-session.ts';
import type { SignedIn } from '../sign-in.ts';
import { spendCode } from './spend-code.ts';

/** The second step of signing in: the code, by whoever gave the password ten minutes ago at most. The session is a new one. */
export async function signInByCode(
  parts: AccountParts,
  cookieHeader: string | undefined,
  { code, address }: { code: string; address: string },
): Promise<SignedIn> {
  const begun = await parts.sessions.begunOf(cookieHeader);
  if (!begun) throw new AccountRefusal('UNAUTHENTICATED');
  const { accountId, email, device } = begun;
  await spendCode(parts, { accountId, email, code, address });
  // Signed out meanwhile, or ended with every other by a new password: nothing waits for the code any more.
  if (!(await parts.sessions.end(begun.sessionId))) throw new AccountRefusal('UNAUTHENTICATED');
  const token = await openSession(parts, { accountId, device, isProven: true });
  await parts.onVerified({ accountId, email, locale: begun.locale });
  return { accountId, email, token, needsCode: false };
}
