import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { localeOf } from '../http/locale.ts';
import type { Accounts } from './accounts.ts';
import { AccountRefusal } from './refusal/refusal.ts';
import { textOf } from './request/account-requests.ts';
import { deviceOf } from './session/device.ts';
import { onceItStands } from './session/once-it-stands.ts';
import type { Session } from './session-of.ts';

/** What an act under /auth finds on its desk. */
export interface Desk {
  readonly accounts: Accounts;
  readonly addressOf: (request: FastifyRequest) => string;
  readonly sessionOf: (request: FastifyRequest) => Promise<Session>;
  /** Whether what the account holds asks for a second factor. */
  readonly mustHaveFactor: (accountId: string) => Promise<boolean>;
  readonly onJoin: (accountId: string, email: string, tokenDigest: string) => Promise<'JOINED' | 'REFUSED'>;
}

/** What anybody may ask for; the answers tell nothing about who has an account. */
export function accountActs(scope: FastifyInstance, { accounts, addressOf }: Desk) {
  const done = { status: true } as const;
  scope.post('/sign-up/email', limits, async (request) => {
    const person = { email: textOf(request, 'email', 'email'), password: textOf(request, 'password', 'password') };
    await accounts.signUp({ ...person, locale: localeOf(request.headers['accept-language']) }, addressOf(request));
    return done;
  });
  scope.post('/send-verification-email', limits, async (request) => {
    await accounts.resendVerification(textOf(request, 'email', 'email'), addressOf(request));
    return done;
  });
  scope.post('/verify-email', limits, async (request) => {
    await accounts.verifyEmail(textOf(request, 'token', 'token'), addressOf(request));
    return done;
  });
  scope.post('/request-password-reset', limits, async (request) => {
    await accounts.requestReset(textOf(request, 'email', 'email'), addressOf(request));
    return done;
  });
  scope.post('/reset-password', limits, async (request) => {
    const given = { token: textOf(request, 'token', 'token'), newPassword: textOf(request, 'newPassword', 'password') };
    await accounts.resetPassword(given, addressOf(request));
    return done;
  });
}

/** What gives, takes or needs a session. */
export function sessionActs(scope: FastifyInstance, desk: Desk) {
  const { accounts, addressOf, sessionOf, onJoin } = desk;
  scope.post('/sign-in/email', limits, async (request, reply) => {
    const given = { email: textOf(request, 'email', 'email'), password: textOf(request, 'password', 'password') };
    const device = deviceOf(request.headers['user-agent']);
    const { accountId, email, token, needsCode } = await accounts.signIn({ ...given, device }, addressOf(request));
    const former = await accounts.sessions.sessionOf(request.headers.cookie);
    if (former) await accounts.sessions.end(former.sessionId);
    void reply.header('set-cookie', accounts.cookie.setting(token));
    if (needsCode) return { secondFactor: 'CODE' };
    return { user: { id: accountId, email, emailVerified: true }, ...(await factorWanted(desk, accountId)) };
  });
  scope.post('/sign-out', limits, async (request, reply) => {
    const { cookie } = request.headers;
    const session = (await accounts.sessions.sessionOf(cookie)) ?? (await accounts.sessions.begunOf(cookie));
    if (session) await accounts.sessions.end(session.sessionId);
    void reply.header('set-cookie', accounts.cookie.clearing);
    return { status: true };
  });
  scope.post('/change-password', limits, async (request, reply) => {
    const session = await sessionOf(request);
    const currentPassword = textOf(request, 'currentPassword', 'password');
    const newPassword = textOf(request, 'newPassword', 'password');
    const given = { currentPassword, newPassword, address: addressOf(request) };
    void reply.header('set-cookie', accounts.cookie.setting(await accounts.changePassword(session, given)));
    return { status: true };
  });
  scope.post('/join', limits, async (request, reply) => {
    const session = await sessionOf(request);
    const { accountId, email } = session;
    await accounts.countLink(addressOf(request));
    const digest = createHash('sha256')
      .update(textOf(request, 'token', 'token'))
      .digest('hex');
    if ((await onJoin(accountId, email, digest)) === 'REFUSED') throw new AccountRefusal('INVITATION_REFUSED');
    // Rights changed: what was handed out before, on any device, ends with them.
    const renewed = await onceItStands(accounts.log, () => accounts.sessions.renew(session));
    if (renewed !== 'NOT_ENDED')
      void reply.header('set-cookie', renewed === null ? accounts.cookie.clearing : accounts.cookie.setting(renewed.token));
    // Whoever has joined is told so; that a factor is wanted, the next page says as well.
    return { status: true, ...(session.hasSecondFactor ? {} : await factorWanted(desk, accountId).catch(() => ({}))) };
  });
}

/** Whoever must have a second factor and has none is told where to go: until it is set up, the session opens /auth alone. */
const factorWanted = async ({ mustHaveFactor }: Desk, accountId: string) =>
  (await mustHaveFactor(accountId)) ? { secondFactor: 'SET_UP' } : {};

const limits = { bodyLimit: 16 * 1024 };
