import { fileURLToPath } from 'node:url';
import { acceptInvitation } from '@guichet/admissions/account/accept-invitation';
import { hatsOf, isStaff, rightsIn } from '@guichet/admissions/account/hats-of';
import { rememberPerson } from '@guichet/admissions/account/remember-person';
import { personHat } from '@guichet/database/session/hat';
import type { Replica } from '@guichet/database/session/replica';
import { type Binding, inWork, type Work } from '@guichet/database/session/work';
import { mustHaveSecondFactor } from '@guichet/domain/account/second-factor';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { VerifiedAccount } from './account/account-parts.ts';
import { registerAccountRoutes } from './account/account-routes.ts';
import { createAccounts } from './account/accounts.ts';
import { networksOf, plainAddress } from './account/request/network.ts';
import { rightsDoor } from './account/session/renew-rights.ts';
import { registerFileRoute } from './export/file-route.ts';
import { localeOf } from './http/locale.ts';
import { createServer, type Server } from './http/server.ts';
import type { GatewayWatch } from './http/watch/gateway-watch.ts';
import { accountPool, countingReplica, rowsBinding } from './principal/connections.ts';
import { fileLinks } from './principal/file-links.ts';
import { keyDoor } from './principal/key-asks.ts';
import { networkDigests } from './principal/network-digest.ts';
import { Context } from './principal/request-context.ts';
import { type Asking, askingOf } from './principal/who-asks.ts';
import { servedSchema } from './schema.ts';

export interface GatewayOptions {
  /** The owner's address; the gateway itself logs in as `app_login` and `auth_svc`, never as the owner. */
  readonly databaseUrl: string;
  readonly secret: string;
  /** Public origin, GUICHET_URL. */
  readonly url: string;
  readonly isProduction: boolean;
  readonly trustedProxies: readonly string[];
  readonly log: Logger;
  readonly connections?: number;
  /** Cost a principal may spend at once, regained in 100 seconds; the contract's 10,000 when left out. */
  readonly budget?: number | undefined;
  /** A streaming copy of the database, for counts: one that is behind or away is passed over. */
  readonly replicaUrl?: string | null;
  /** False behind a pooler that carries no named statements; true when left out. */
  readonly namesStatements?: boolean;
  /** Metrics and traces; nothing of either when left out. */
  readonly watch?: GatewayWatch | undefined;
}

export interface Gateway extends Server {
  readonly binding: Binding;
  /** Reads into memory what the first sign-in would wait for. */
  warm(): Promise<void>;
  /** Waits for what requests left to be noted beside them. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** The examples of the contract, opened by the query page while developing. */
const operationsFolder = fileURLToPath(new URL('../../../schema/operations', import.meta.url));

/** The whole gateway: accounts, schema and server over one database, ready to listen. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { secret, url, isProduction, log } = options;
  const [binding, pool, replica] = [await rowsBinding(options), accountPool(options), await countingReplica(options)];
  const { onVerified, ...acts } = ownActs(binding);
  const accounts = createAccounts({ pool, secret, baseUrl: url, isProduction, log, onVerified });
  const keys = keyDoor({ binding, kind: isProduction ? 'LIVE' : 'TEST', log });
  const links = fileLinks(secret, url);
  const asks = whoAsks(askingOf(binding, accounts.sessions), keys);
  const server: Server = await createServer({
    schema: await servedSchema(),
    contextOf: contexts({ options, binding, accounts, links, asks, replica, budgets: () => server.budgets }),
    isReady: async () => (await binding.orm.isConnected()) && (await pool.query('select 1')).rowCount === 1,
    isProduction,
    trustedProxies: options.trustedProxies,
    url,
    log,
    operationsFolder,
    watch: options.watch,
    ...(options.budget === undefined ? {} : { limits: { budget: options.budget, restoreRate: options.budget / 100 } }),
  });
  registerAccountRoutes(server.app, accounts, { trustedProxies: options.trustedProxies, ...acts });
  registerFileRoute(server.app, { binding, links, asks });
  const close = async () => {
    await server.drain();
    await keys.settled();
    await Promise.all([binding.orm.close(), pool.end(), replica?.close()]);
  };
  return { ...server, binding, warm: accounts.warm, settled: keys.settled, close };
}

type Asks = (request: FastifyRequest, actingAs: string | undefined) => Promise<Asking>;

/** Shown a key, it alone counts: one that is wrong is not made good by the cookie beside it. */
const whoAsks =
  (ask: ReturnType<typeof askingOf>, keys: ReturnType<typeof keyDoor>): Asks =>
  async (request, actingAs) => {
    const { authorization, cookie } = request.headers;
    const byKey = authorization === undefined ? null : await keys.asks({ authorization, actingAs, network: networkOf(request) });
    return byKey ?? ask(cookie, actingAs);
  };

interface ContextParts {
  readonly options: GatewayOptions;
  readonly binding: Binding;
  readonly accounts: ReturnType<typeof createAccounts>;
  readonly links: ReturnType<typeof fileLinks>;
  readonly asks: Asks;
  readonly replica: Replica | null;
  readonly budgets: () => Server['budgets'];
}

/** What each request knows of whoever asks, and of the doors it may use. */
function contexts({ options, binding, accounts, links, asks, replica, budgets }: ContextParts) {
  const digestOf = networkDigests(options.secret);
  const rightsOf = rightsDoor({ binding, accounts });
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const network = networkOf(request);
    return new Context(binding, await asks(request, actingAsOf(request)), {
      locale: localeOf(request.headers['accept-language']),
      network,
      networkDigest: () => digestOf(network),
      keyKind: options.isProduction ? 'LIVE' : 'TEST',
      loginSessions: accounts.loginSessions,
      rights: rightsOf(request, reply),
      fileLinks: links,
      replica,
      budgets,
    });
  };
}

/** What the account's doors ask of the other side, each in the account's own name. */
function ownActs(binding: Binding) {
  const own = <T>(accountId: string, act: (work: Work) => Promise<T>, digest?: string) =>
    inWork(binding, personHat(accountId, digest), act);
  return {
    // At once, not at the next request: what is mailed meanwhile would go to an address its owner has given up.
    onVerified: ({ accountId, email, locale }: VerifiedAccount) =>
      own(accountId, (work) => rememberPerson(work, { email, locale })),
    onJoin: (accountId: string, email: string, digest: string) => join(own, { accountId, email, digest }),
    isStaff: (accountId: string) => own(accountId, async (work) => isStaff(await hatsOf(work))),
    mustHaveFactor: (accountId: string) => own(accountId, async (work) => mustHaveSecondFactor(rightsIn(await hatsOf(work)))),
  };
}

type Own = <T>(accountId: string, act: (work: Work) => Promise<T>, digest?: string) => Promise<T>;

/** The invitation is bound to the address, so `app` must know the address as verified before the effect compares it. */
async function join(own: Own, { accountId, email, digest }: { accountId: string; email: string; digest: string }) {
  await own(accountId, async (work) => rememberPerson(work, { email, locale: (await hatsOf(work)).locale ?? 'fr' }));
  return own(accountId, acceptInvitation, digest);
}

const networkOf = ({ ip }: FastifyRequest) => networksOf(plainAddress(ip) ?? ip).line;

const actingAsOf = ({ headers }: FastifyRequest) => {
  const named = headers['acting-as'];
  // Given twice, it names nothing.
  return Array.isArray(named) ? '' : named;
};
