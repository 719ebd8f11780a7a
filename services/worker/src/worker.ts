import { dropNames } from '@guichet/database/session/connection/statement-carrier';
import { bindingKeys, loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { createReplica, type Replica } from '@guichet/database/session/replica';
import type { Binding } from '@guichet/database/session/work';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { trailSealer } from './audit/seal-trail.ts';
import { type BounceListener, startBounceListener } from './bounce/bounce-listener.ts';
import { endBreakGlasses } from './break-glass/end-break-glasses.ts';
import { closeCampaignsByClock } from './campaign/close-campaigns.ts';
import { every, type Job } from './clock/every.ts';
import { purgeAnswers, purgeOutbox, purgeRuns } from './clock/purge.ts';
import { recorded } from './clock/recorded.ts';
import { expireExports } from './export/expire-exports.ts';
import { writeNextExport } from './export/write-export.ts';
import { countAccountMail } from './mail/account-mail-gauge.ts';
import { startAccountMailRelay } from './mail/account-mail-loop.ts';
import { createMailer, type Mailer } from './mail/mailer.ts';
import { relayOutbox } from './outbox/outbox-relay.ts';
import { tryAgain } from './outbox/try-again.ts';
import { foldTotals } from './totals/fold-totals.ts';
import { type AtWork, readAtWork } from './watch/waiting.ts';
import type { WorkerWatch } from './watch/worker-watch.ts';

export interface WorkerOptions {
  /** The owner's address; the worker itself logs in as `app_work` and `auth_svc`, never as the owner. */
  readonly databaseUrl: string;
  readonly secret: string;
  readonly smtpUrl: string;
  readonly mailFrom: string;
  /** GUICHET_URL: the only origin links of mails lead to. */
  readonly url: string;
  readonly log: Logger;
  /** Where reports on mails come to; absent or null, none is asked for. */
  readonly bounces?: BounceSettings | null;
  /** A streaming copy of the database: exports without what dossiers say are read there. */
  readonly replicaUrl?: string | null;
  /** False behind a pooler that carries no named statements; true when left out. */
  readonly namesStatements?: boolean;
  /** Metrics and traces; nothing of either when left out. */
  readonly watch?: WorkerWatch | undefined;
}

/** Reports on mails: the address return paths are made below, and where this worker listens for them; null listens nowhere. */
export interface BounceSettings {
  readonly address: string;
  readonly listen: { readonly host: string; readonly port: number } | null;
}

export interface Worker {
  /** Where reports on mails are taken; null where none are. */
  readonly bouncePort: number | null;
  /** What there is still to do, for whoever watches. */
  atWork(): Promise<AtWork>;
  /** Looks for nothing more, lets what is in hand end, and closes its connections. */
  stop(): Promise<void>;
}

/** What happens without a request: mail, deadlines, counts. Several workers share one database without doing anything twice. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { databaseUrl, secret, url, log, watch } = options;
  const orm = await createOrm({
    url: loginUrl(databaseUrl, 'app_work', secret),
    connections: 5,
    applicationName: 'guichet-worker',
    onPool: (created) => prepare(options, 'rows', created),
  });
  const binding: Binding = { orm, ...bindingKeys(secret) };
  const pool = new Pool({ connectionString: loginUrl(databaseUrl, 'auth_svc', secret), max: 2, connectionTimeoutMillis: 2000 });
  prepare(options, 'accounts', pool);
  const replica = await replicaOf(options);
  pool.on('error', (error) => log.warn({ event: 'pool-error', cause: error.name }, 'a connection was lost'));
  const mailer = createMailer({ smtpUrl: options.smtpUrl, from: options.mailFrom });
  const bounceAddress = options.bounces?.address ?? null;
  const listener = await listenerOf(binding, options);
  const running = [
    startAccountMailRelay({ pool, mailer, secret, baseUrl: url, log, deliveries: { binding, bounceAddress } }),
    ...jobs(binding, { mailer, url, log, pool, bounceAddress, replica }).map((job) =>
      every(seen(recorded(binding, job, log), watch), log),
    ),
  ];
  return {
    bouncePort: listener?.port ?? null,
    atWork: () => readAtWork(binding),
    async stop() {
      await Promise.all([...running, ...(listener ? [listener] : [])].map((each) => each.stop()));
      mailer.close();
      await Promise.all([orm.close(), pool.end(), replica?.close()]);
    },
  };
}

interface Parts {
  readonly mailer: Mailer;
  readonly url: string;
  readonly log: Logger;
  readonly pool: Pool;
  readonly bounceAddress: string | null;
  readonly replica: Replica | null;
}

const hourMs = 3_600_000;

const jobs = (binding: Binding, { pool, replica, ...mail }: Parts): readonly Job[] => [
  { name: 'outbox', everyMs: 500, run: () => relayOutbox({ binding, ...mail }) },
  { name: 'try-again', everyMs: 2000, run: () => tryAgain(binding) },
  { name: 'account-mail', everyMs: 15_000, run: () => countAccountMail(pool, binding) },
  { name: 'close-campaigns', everyMs: 5000, run: () => closeCampaignsByClock(binding) },
  { name: 'end-break-glass', everyMs: 5000, run: () => endBreakGlasses(binding) },
  { name: 'seal-trail', everyMs: 5000, run: trailSealer(binding) },
  { name: 'exports', everyMs: 500, run: () => writeNextExport(binding, mail.log, replica) },
  { name: 'expire-exports', everyMs: 60_000, run: () => expireExports(binding) },
  { name: 'fold-totals', everyMs: 10_000, run: () => foldTotals(binding) },
  { name: 'purge-outbox', everyMs: hourMs, run: () => purgeOutbox(binding) },
  { name: 'purge-runs', everyMs: hourMs, run: () => purgeRuns(binding) },
  { name: 'purge-answers', everyMs: hourMs, run: () => purgeAnswers(binding) },
];

const listenerOf = async (binding: Binding, { bounces, log }: WorkerOptions): Promise<BounceListener | null> =>
  bounces?.listen ? startBounceListener({ binding, address: bounces.address, ...bounces.listen, log }) : null;

const seen = (job: Job, watch: WorkerWatch | undefined): Job => watch?.job(job) ?? job;

/** Before the first connection of a pool. */
function prepare({ namesStatements = true, watch }: WorkerOptions, name: 'rows' | 'accounts' | 'replica', pool: Pool): void {
  if (!namesStatements) dropNames(pool);
  watch?.pool(name, pool);
}

async function replicaOf(options: WorkerOptions): Promise<Replica | null> {
  const { replicaUrl, secret, watch } = options;
  if (!replicaUrl) return null;
  return createReplica({
    url: loginUrl(replicaUrl, 'app_work', secret),
    keys: bindingKeys(secret),
    connections: 2,
    applicationName: 'guichet-worker',
    onPool: (created) => prepare(options, 'replica', created),
    onAsked: (isCaughtUp) => watch?.replicaAsked(isCaughtUp),
  });
}
