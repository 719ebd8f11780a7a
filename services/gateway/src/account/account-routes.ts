import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../http/locale.ts';
import { accountActs, type Desk, sessionActs } from './account-acts.ts';
import type { Accounts } from './accounts.ts';
import { addressActs } from './address/address-acts.ts';
import { registerAccountPages } from './pages/account-pages.ts';
import { AccountRefusal, refusalStatus } from './refusal/refusal.ts';
import { refusalWords } from './refusal/refusal-words.ts';
import { isPlainJson, refuseOnward } from './request/account-requests.ts';
import { clientAddress, trustedProxies } from './request/network.ts';
import { factorActs } from './second-factor/factor-acts.ts';
import { isSessionAlive, type Session } from './session-of.ts';

export interface AccountRoutesOptions {
  /** Proxies whose X-Forwarded-For is believed; empty believes nobody. */
  readonly trustedProxies: readonly string[];
  /** Accepts the invitation of this digest (SHA-256 of the link's token, lower-case hexadecimal) for the account. */
  readonly onJoin: (accountId: string, email: string, tokenDigest: string) => Promise<'JOINED' | 'REFUSED'>;
  /** Whether the account holds any staff hat, whose sessions end sooner. */
  readonly isStaff: (accountId: string) => Promise<boolean>;
  /** Whether what the account holds asks for a second factor. */
  readonly mustHaveFactor: (accountId: string) => Promise<boolean>;
}

/** POST with JSON under /auth, and the pages that links open. The library's own routes are not mounted. */
export function registerAccountRoutes(app: FastifyInstance, accounts: Accounts, options: AccountRoutesOptions): void {
  const proxies = trustedProxies(options.trustedProxies);
  registerAccountPages(app);
  const desk: Desk = {
    accounts,
    onJoin: options.onJoin,
    mustHaveFactor: options.mustHaveFactor,
    addressOf: ({ socket, headers }) =>
      clientAddress(socket.remoteAddress ?? '', String(headers['x-forwarded-for'] ?? ''), proxies),
    sessionOf: (request) => aliveSession(accounts, options, request),
  };
  void app.register(
    (scope, _, done) => {
      scope.addHook('onRequest', guard(accounts));
      scope.addHook('preHandler', async (request) => refuseOnward(request));
      scope.setErrorHandler(answerRefusal);
      accountActs(scope, desk);
      sessionActs(scope, desk);
      factorActs(scope, desk);
      addressActs(scope, desk);
      done();
    },
    { prefix: '/auth' },
  );
}

async function aliveSession(accounts: Accounts, options: AccountRoutesOptions, request: FastifyRequest): Promise<Session> {
  const session = await accounts.sessions.sessionOf(request.headers.cookie);
  const isStaff = session !== null && (await options.isStaff(session.accountId));
  if (!session?.isVerified || !isSessionAlive(session, { isStaff, asOf: session.times.readAt })) {
    throw new AccountRefusal('UNAUTHENTICATED');
  }
  await accounts.sessions.touch(session);
  return session;
}

/** Whatever hands out or uses a session wants an Origin, and ours; the rest lets a client without one pass. */
const guard = (accounts: Accounts) => async (request: FastifyRequest, reply: FastifyReply) => {
  void reply.header('cache-control', 'no-store');
  const { origin } = request.headers;
  // The route that was found, however its path was spelled.
  const isNeeded = /^\/auth\/(sign-in|change-|join|second-factor|account)/.test(request.routeOptions.url ?? request.url);
  const isCrossSite = request.headers['sec-fetch-site'] === 'cross-site';
  const isOurs = origin === undefined ? !isNeeded : accounts.isOurOrigin(origin, request.socket.localPort);
  if (isCrossSite || !isOurs) throw new AccountRefusal('FORBIDDEN');
  if (!isPlainJson(request)) await reply.code(415).send({ code: 'BAD_USER_INPUT', message: 'JSON in UTF-8, uncompressed.' });
};

/** Refusals in words; a body that cannot be read likewise; anything else is the gateway's to mask. */
function answerRefusal(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const refusal = error instanceof AccountRefusal ? error : unreadable(error);
  if (refusal === null) throw error;
  const { code, retryAfter, faults } = refusal;
  if (retryAfter !== null) void reply.header('retry-after', retryAfter);
  const message = refusalWords(refusal, localeOf(request.headers['accept-language']));
  const more = { ...(retryAfter === null ? {} : { retryAfter }), ...(faults.length === 0 ? {} : { faults }) };
  return reply.code(statusOf(error, refusal)).send({ code, message, ...more });
}

const statusOf = (error: unknown, refusal: AccountRefusal) =>
  error === refusal ? refusalStatus[refusal.code] : ((error as { statusCode?: number }).statusCode ?? 400);

function unreadable(error: unknown): AccountRefusal | null {
  if (!(error instanceof Error)) return null;
  const { statusCode } = error as { statusCode?: unknown };
  const isOfBody = error.name === 'MalformedJson' || (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500);
  return isOfBody ? new AccountRefusal('BAD_USER_INPUT') : null;
}
