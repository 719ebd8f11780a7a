import { linkSeconds } from '@guichet/database/account/auth-links';
import { derived } from '@guichet/database/session/secrets';
import { betterAuth } from 'better-auth';
import { PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { type HashCost, hashPassword, isPassword } from './password/password-hash.ts';

/** Whom the library writes to: the columns of `auth.user` that its callbacks hand over. */
export interface LibraryUser {
  readonly id: string;
  readonly email: string;
  readonly emailVerified: boolean;
}

export interface LibraryEvents {
  readonly onVerification: (user: LibraryUser, token: string) => Promise<void>;
  readonly onVerified: (user: LibraryUser) => Promise<void>;
  readonly onReset: (user: LibraryUser, token: string) => Promise<void>;
  readonly onPasswordReset: (user: LibraryUser) => Promise<void>;
  readonly onKnownAddress: (user: LibraryUser) => Promise<void>;
  /** What went wrong, in the library's words, without anybody's address. */
  readonly onError: (message: string) => void;
}

export interface LibraryOptions {
  readonly pool: Pool;
  readonly secret: string;
  readonly baseUrl: string;
  readonly hashCost: HashCost | undefined;
}

/**
 * better-auth, core alone: called in process, never mounted, so that none of its own routes, GET ones above all, can be reached. Sessions live
 * seven days, which the database sets.
 */
export function accountLibrary({ pool, secret, baseUrl, hashCost }: LibraryOptions, events: LibraryEvents) {
  return betterAuth({
    database: { dialect: new PostgresDialect({ pool }), type: 'postgres', schemaName: 'auth', transaction: true },
    secret: derived(secret, 'account library').toString('base64url'),
    baseURL: baseUrl,
    basePath: '/auth',
    telemetry: { enabled: false },
    // Attempts are counted by ours, in PostgreSQL; the library's limiter stands before its router, which is not mounted.
    rateLimit: { enabled: false },
    logger: { level: 'error', log: (_level, message) => events.onError(message) },
    advanced: { database: { generateId: 'uuid' } },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      autoSignIn: false,
      minPasswordLength: 1,
      maxPasswordLength: 1024,
      password: {
        hash: (password) => hashPassword(password, hashCost),
        verify: (given) => isPassword(given.password, given.hash),
      },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: linkSeconds.RESET,
      sendResetPassword: ({ user, token }) => events.onReset(user, token),
      onPasswordReset: ({ user }) => events.onPasswordReset(user),
      onExistingUserSignUp: ({ user }) => events.onKnownAddress(user),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: false,
      autoSignInAfterVerification: false,
      expiresIn: linkSeconds.VERIFY,
      afterEmailVerification: (user) => events.onVerified(user),
      sendVerificationEmail: ({ user, token }) => events.onVerification(user, token),
    },
    session: { cookieCache: { enabled: false }, disableSessionRefresh: true, fields: { ...stamps, ...sessionColumns } },
    user: {
      fields: { ...stamps, emailVerified: 'email_verified' },
      additionalFields: { locale: { type: 'string', required: false } },
    },
    account: { accountLinking: { enabled: false }, fields: { ...stamps, ...accountColumns } },
    verification: { storeIdentifier: 'hashed', fields: { ...stamps, expiresAt: 'expires_at' } },
  });
}

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;
const sessionColumns = { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent' } as const;
const accountColumns = {
  userId: 'user_id',
  accountId: 'account_id',
  providerId: 'provider_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
} as const;
