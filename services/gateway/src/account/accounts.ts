import type { AccountMailKind } from '@guichet/database/account/auth-mail';
import type { Pool } from 'pg';
import type { LibraryEvents } from './account-library.ts';
import { type AccountLog, type AccountParts, localeOf, queueMail, type VerifiedAccount } from './account-parts.ts';
import { askForAddress, confirmAddress } from './address/change-address.ts';
import { type AttemptLimits, createAttempts } from './attempts.ts';
import { afterReset, changePassword, requestReset, resetPassword } from './change-password.ts';
import type { HashCost } from './password/password-hash.ts';
import { originCheck } from './request/origin.ts';
import { backupCodesLeft } from './second-factor/factor-rows.ts';
import { confirmOffered, offerFactor, renewBackupCodes, switchOff } from './second-factor/set-up.ts';
import { signInByCode } from './second-factor/sign-in-code.ts';
import { createLoginSessions } from './session/login-sessions.ts';
import { sessionCookie } from './session-cookie.ts';
import { createSessions, type Session } from './session-of.ts';
import { signIn } from './sign-in.ts';
import { finishOpening, resendVerification, signUp, verifyEmail } from './sign-up.ts';

export interface AccountsOptions {
  /** As `auth_svc`, and for nothing else. */
  readonly pool: Pool;
  /** GUICHET_SECRET; every key used here is derived from it. */
  readonly secret: string;
  /** GUICHET_URL. */
  readonly baseUrl: string;
  readonly isProduction: boolean;
  readonly log: AccountLog;
  readonly onVerified?: (account: VerifiedAccount) => Promise<void>;
  readonly limits?: Partial<AttemptLimits>;
  readonly hashCost?: HashCost;
  readonly floorMs?: number;
}

export type Accounts = ReturnType<typeof createAccounts>;

/** The accounts of the platform; whatever library keeps them stays behind this. Addresses given are the callers' network ones. */
export function createAccounts(options: AccountsOptions) {
  const parts = partsOf(options);
  type Given<Act extends (...args: never[]) => unknown> = Parameters<Act>[1];
  return {
    sessions: parts.sessions,
    cookie: parts.cookie,
    log: parts.log,
    isOurOrigin: originCheck(options.baseUrl, options.isProduction),
    signUp: (person: Given<typeof signUp>, address: string) => signUp(parts, person, address),
    signIn: (given: Given<typeof signIn>, address: string) => signIn(parts, given, address),
    resendVerification: (email: string, address: string) => resendVerification(parts, email, address),
    verifyEmail: (token: string, address: string) => verifyEmail(parts, token, address),
    requestReset: (email: string, address: string) => requestReset(parts, email, address),
    resetPassword: (given: Given<typeof resetPassword>, address: string) => resetPassword(parts, given, address),
    changePassword: (session: Given<typeof changePassword>, given: Parameters<typeof changePassword>[2]) =>
      changePassword(parts, session, given),
    ...factorActs(parts),
    ...addressActs(parts),
    loginSessions: createLoginSessions(parts),
    countLink: (address: string) => parts.attempts.link(address),
    /** Reads the library into memory before somebody waits for it. */
    warm: async () => void (await parts.library()),
  };
}

const factorActs = (parts: AccountParts) => ({
  signInByCode: (cookie: string | undefined, given: Parameters<typeof signInByCode>[2]) => signInByCode(parts, cookie, given),
  offerFactor: (session: Session, proof: Parameters<typeof offerFactor>[2]) => offerFactor(parts, session, proof),
  confirmOffered: (session: Session, given: Parameters<typeof confirmOffered>[2]) => confirmOffered(parts, session, given),
  renewBackupCodes: (session: Session, proof: Parameters<typeof renewBackupCodes>[2]) => renewBackupCodes(parts, session, proof),
  switchOff: (session: Session, proof: Parameters<typeof switchOff>[2]) => switchOff(parts, session, proof),
  backupCodesLeft: (accountId: string) => backupCodesLeft(parts, accountId),
});

const addressActs = (parts: AccountParts) => ({
  askForAddress: (session: Session, given: Parameters<typeof askForAddress>[2]) => askForAddress(parts, session, given),
  confirmAddress: (token: string, address: string) => confirmAddress(parts, token, address),
});

function partsOf(options: AccountsOptions): AccountParts {
  const { pool, secret, baseUrl, log, hashCost } = options;
  const cookie = sessionCookie({ secret, isSecure: options.isProduction || baseUrl.startsWith('https:') });
  const parts: AccountParts = {
    pool,
    secret,
    log,
    cookie,
    sessions: createSessions(pool, cookie),
    floorMs: options.floorMs ?? 300,
    onVerified: options.onVerified ?? (async () => {}),
    attempts: createAttempts({ pool, secret, limits: options.limits ?? {}, onSpent: (what) => tellOwner(parts, what) }),
    library: readOnce(async () => {
      const { accountLibrary } = await import('./account-library.ts');
      return accountLibrary(
        { pool, secret, baseUrl, hashCost },
        eventsOf(() => parts),
      );
    }),
  };
  return parts;
}

/** The library is large: a start does not wait for it, only the first who needs it does. */
function readOnce<Library>(read: () => Promise<Library>): () => Promise<Library> {
  let reading: Promise<Library> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}

const eventsOf = (parts: () => AccountParts): LibraryEvents => ({
  onVerification: async (user, token) => {
    await queueMail(parts(), { recipient: user.email, kind: 'VERIFY', locale: localeOf(user), token });
  },
  onVerified: ({ id, email, ...user }) => parts().onVerified({ accountId: id, email, locale: localeOf(user) }),
  onReset: async (user, token) => {
    await queueMail(parts(), {
      recipient: user.email,
      kind: user.emailVerified ? 'RESET' : 'FINISH',
      locale: localeOf(user),
      token,
    });
  },
  onPasswordReset: (user) => afterReset(parts(), user),
  onKnownAddress: async (user) => {
    if (!user.emailVerified) return finishOpening(parts(), user);
    await queueMail(parts(), { recipient: user.email, kind: 'ADDRESS_EXISTS', locale: localeOf(user), token: null });
  },
  onError: (message) => parts().log.error({ event: 'account-library' }, message),
});

/** One statement for known and unknown addresses, beside the answer and not before it. */
function tellOwner({ pool, log }: AccountParts, { name, email }: { name: string; email: string | null }) {
  log.warn({ event: 'attempts-spent', limit: name }, 'an account or a network has spent its attempts');
  if (email === null) return;
  const text = `insert into auth.mail (id, recipient, kind, locale)
    select gen_random_uuid(), email, $2, locale from auth."user" where email = $1 and email_verified`;
  const kind: AccountMailKind = name === 'codesOfAccount' ? 'TOO_MANY_CODES' : 'TOO_MANY_ATTEMPTS';
  pool.query({ text, values: [email, kind] }).catch((error: unknown) => {
    log.error({ event: 'account-mail', error: error instanceof Error ? error.name : 'unknown' }, 'the owner could not be told');
  });
}
