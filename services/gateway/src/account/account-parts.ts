import { type AccountMail, writeAccountMail } from '@guichet/database/account/auth-mail';
import { canonicalEmail } from '@guichet/domain/account/email-address';
import type { Pool } from 'pg';
import type { accountLibrary } from './account-library.ts';
import type { Attempts } from './attempts.ts';
import { faultsOfPassword } from './password/password-rules.ts';
import { AccountRefusal } from './refusal/refusal.ts';
import type { SessionCookie } from './session-cookie.ts';
import type { Sessions } from './session-of.ts';

/** Where the accounts write what an operator should know; never an address or a token. A fastify or pino logger fits. */
export interface AccountLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** A person whose address is proven: told at each proof and at each sign-in, so that a copy elsewhere mends itself. */
export interface VerifiedAccount {
  readonly accountId: string;
  readonly email: string;
  readonly locale: 'fr' | 'en';
}

export interface AccountParts {
  readonly pool: Pool;
  readonly secret: string;
  readonly library: () => Promise<ReturnType<typeof accountLibrary>>;
  readonly attempts: Attempts;
  readonly sessions: Sessions;
  readonly cookie: SessionCookie;
  readonly log: AccountLog;
  /** Shortest answer of whatever sends mail, in milliseconds: known and unknown addresses take the same time. */
  readonly floorMs: number;
  readonly onVerified: (account: VerifiedAccount) => Promise<void>;
}

export const localeOf = (user: object): 'fr' | 'en' => ('locale' in user && user.locale === 'en' ? 'en' : 'fr');

export const queueMail = (parts: Pick<AccountParts, 'pool' | 'secret'>, mail: AccountMail) =>
  writeAccountMail(parts.pool, parts.secret, mail);

/** The one form of an address, or a refusal that says nothing about accounts. */
export function addressOf(text: string): string {
  const email = canonicalEmail(text);
  if (email === null) throw new AccountRefusal('BAD_USER_INPUT', { about: 'ADDRESS' });
  return email;
}

export function refuseWeak(password: string, email: string): void {
  const faults = faultsOfPassword(password, email);
  if (faults.length > 0) throw new AccountRefusal('PASSWORD_REFUSED', { faults });
}

/** The code of the library's own refusal, or null when something else was thrown. */
export function libraryCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('body' in error)) return null;
  const { body } = error;
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
}

/** Runs the work and answers no earlier than the floor, whether it succeeds or fails. */
export async function notBefore<T>(floorMs: number, work: () => Promise<T>): Promise<T> {
  const floor = new Promise<void>((resolve) => setTimeout(resolve, floorMs));
  try {
    return await work();
  } finally {
    await floor;
  }
}
