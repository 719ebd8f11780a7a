import { randomBytes } from 'node:crypto';
import { loginUrl } from '@guichet/database/session/migrate';
import { type AccountRoutesOptions, registerAccountRoutes } from '@guichet/gateway/account/account-routes';
import { type Accounts, type AccountsOptions, createAccounts } from '@guichet/gateway/account/accounts';
import { takeOnlyJson } from '@guichet/gateway/http/request-guards';
import { type CaughtMail, type MailCatcher, startMailCatcher } from '@guichet/platform/mail-catcher/mail-catcher';
import { type AccountMailRelay, sendAccountMail } from '@guichet/worker/mail/account-mail-relay';
import { createMailer } from '@guichet/worker/mail/mailer';
import Fastify from 'fastify';
import { Client, Pool } from 'pg';
import { clone, databaseUrl, secret } from '../world/server.ts';
import { type Answer, type Call, call } from './raw-call.ts';

export const baseUrl = 'http://guichet.test:4000';
export const goodPassword = 'kelp tram harbour';

/** The accounts of one fresh database, served over HTTP, their mail caught by a real SMTP server. */
export interface AccountDesk {
  readonly accounts: Accounts;
  readonly pool: Pool;
  readonly catcher: MailCatcher;
  readonly relay: AccountMailRelay;
  readonly logged: string[];
  /** An address of `login` or of the owner. */
  urlOf(login: 'owner' | 'app_login' | 'app_work' | 'auth_svc'): string;
  post(path: string, body: unknown, more?: Partial<Call>): Promise<Answer>;
  get(path: string, more?: Partial<Call>): Promise<Answer>;
  /** Sends what waits and answers what this address was sent, oldest first. */
  mailsTo(address: string): Promise<CaughtMail[]>;
  /** The token of the newest mail to this address. */
  tokenFor(address: string): Promise<string>;
  /** An account with a verified address. */
  open(address: string, password?: string): Promise<void>;
  /** The Cookie header of a fresh session. */
  signIn(address: string, password?: string): Promise<string>;
  asOwner(text: string): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

export type DeskOptions = Partial<AccountsOptions & AccountRoutesOptions>;

const cheap = { log2N: 10, r: 8, p: 1 };

export async function openDesk(options: DeskOptions = {}): Promise<AccountDesk> {
  const database = await freshDatabase();
  const pool = new Pool({ connectionString: loginUrl(database.ownerUrl, 'auth_svc', secret), max: 10 });
  const logged: string[] = [];
  const note = (fields: object, message: string) => void logged.push(`${JSON.stringify(fields)} ${message}`);
  const log = { warn: note, error: note };
  const common = { pool, secret, baseUrl, log };
  const accounts = createAccounts({ ...common, isProduction: false, hashCost: cheap, floorMs: 20, ...options });
  const served = await serve(accounts, options);
  const catcher = await startMailCatcher();
  const relay = { ...common, mailer: createMailer({ smtpUrl: catcher.smtpUrl, from: 'Guichet <no-reply@guichet.test>' }) };
  const sent = (address: string) => catcher.messages().filter(({ to }) => to === address);
  const desk: AccountDesk = {
    accounts,
    pool,
    catcher,
    relay,
    logged,
    urlOf: (login) => (login === 'owner' ? database.ownerUrl : loginUrl(database.ownerUrl, login, secret)),
    post: (path, body, more) => call(served.port, { method: 'POST', path, body, origin: baseUrl, ...more }),
    get: (path, more) => call(served.port, { method: 'GET', path, ...more }),
    mailsTo: async (address) => {
      while ((await sendAccountMail(relay)) === 'SENT');
      return sent(address);
    },
    tokenFor: async (address) => new URL((await desk.mailsTo(address)).at(-1)?.links[0] ?? '').hash.slice(1),
    open: async (email, password = goodPassword) => {
      await desk.post('/auth/sign-up/email', { email, password });
      await desk.post('/auth/verify-email', { token: await desk.tokenFor(email) });
    },
    signIn: async (email, password = goodPassword) => {
      const answer = await desk.post('/auth/sign-in/email', { email, password });
      return answer.cookie ?? `refused with ${answer.status}`;
    },
    asOwner: (text) => database.asOwner(text),
    stop: async () => {
      relay.mailer.close();
      await Promise.all([served.close(), catcher.stop()]);
      await pool.end();
      await database.stop();
    },
  };
  return desk;
}

/** A migrated, empty database whose clock is the true one. */
async function freshDatabase() {
  const { GUICHET_TEST_ADMINISTRATOR: administratorUrl = '', GUICHET_TEST_OWNER: owner = '' } = process.env;
  const name = `accounts${randomBytes(6).toString('hex')}`;
  await clone(administratorUrl, { from: 'guichet', to: name });
  const ownerUrl = databaseUrl(owner, name);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  return {
    ownerUrl,
    asOwner: async (text: string) => (await client.query<Record<string, unknown>>(text)).rows,
    stop: () => client.end(),
  };
}

async function serve(accounts: Accounts, options: DeskOptions) {
  const app = Fastify({ bodyLimit: 100 * 1024, forceCloseConnections: true });
  takeOnlyJson(app);
  registerAccountRoutes(app, accounts, {
    trustedProxies: [],
    isStaff: async () => false,
    mustHaveFactor: async () => false,
    onJoin: async () => 'REFUSED',
    ...options,
  });
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  return { port: Number(port), close: () => app.close() };
}
