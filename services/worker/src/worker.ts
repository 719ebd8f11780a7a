import { bindingKeys, loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import type { Binding } from '@guichet/database/session/work';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { closeCampaignsByClock } from './campaign/close-campaigns.ts';
import { every, type Job } from './clock/every.ts';
import { expireExports } from './export/expire-exports.ts';
import { writeNextExport } from './export/write-export.ts';
import { startAccountMailRelay } from './mail/account-mail-loop.ts';
import { createMailer, type Mailer } from './mail/mailer.ts';
import { relayOutbox } from './outbox/outbox-relay.ts';
import { foldTotals } from './totals/fold-totals.ts';

export interface WorkerOptions {
  /** The owner's address; the worker itself logs in as `app_work` and `auth_svc`, never as the owner. */
  readonly databaseUrl: string;
  readonly secret: string;
  readonly smtpUrl: string;
  readonly mailFrom: string;
  /** GUICHET_URL: the only origin links of mails lead to. */
  readonly url: string;
  readonly log: Logger;
}

export interface Worker {
  /** Looks for nothing more, lets what is in hand end, and closes its connections. */
  stop(): Promise<void>;
}

/** What happens without a request: mail, deadlines, counts. Several workers share one database without doing anything twice. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { databaseUrl, secret, url, log } = options;
  const orm = await createOrm({
    url: loginUrl(databaseUrl, 'app_work', secret),
    connections: 5,
    applicationName: 'guichet-worker',
  });
  const binding: Binding = { orm, ...bindingKeys(secret) };
  const pool = new Pool({ connectionString: loginUrl(databaseUrl, 'auth_svc', secret), max: 2, connectionTimeoutMillis: 2000 });
  pool.on('error', (error) => log.warn({ event: 'pool-error', cause: error.name }, 'a connection was lost'));
  const mailer = createMailer({ smtpUrl: options.smtpUrl, from: options.mailFrom });
  const running = [
    startAccountMailRelay({ pool, mailer, secret, baseUrl: url, log }),
    ...jobs(binding, { mailer, url, log }).map((job) => every(job, log)),
  ];
  return {
    async stop() {
      await Promise.all(running.map((each) => each.stop()));
      mailer.close();
      await Promise.all([orm.close(), pool.end()]);
    },
  };
}

const jobs = (binding: Binding, { mailer, url, log }: { mailer: Mailer; url: string; log: Logger }): readonly Job[] => [
  { name: 'outbox', everyMs: 500, run: () => relayOutbox({ binding, mailer, url, log }) },
  { name: 'close-campaigns', everyMs: 5000, run: () => closeCampaignsByClock(binding) },
  { name: 'exports', everyMs: 500, run: () => writeNextExport(binding, log) },
  { name: 'expire-exports', everyMs: 60_000, run: () => expireExports(binding) },
  { name: 'fold-totals', everyMs: 10_000, run: () => foldTotals(binding) },
];
