import { migrate } from '@guichet/database/session/migrate';
import type { Binding } from '@guichet/database/session/work';
import { createGateway, type Gateway } from '@guichet/gateway/gateway';
import type { Logger } from 'pino';
import { registerCatcherRoutes } from '../mail-catcher/catcher-routes.ts';
import type { CaughtMail, MailCatcher } from '../mail-catcher/mail-catcher.ts';
import { type Instruments, startInstruments } from '../observability/instruments.ts';
import { type Settings, secretOf } from '../settings.ts';
import { refuseMovedClock } from './moved-clock.ts';
import { notListening } from './not-listening.ts';
import type { PlatformDatabase } from './platform-database.ts';
import { writeRunFile } from './run-file.ts';
import { type Stopping, stopping } from './stopping.ts';

/** A platform whose parts are up, before it listens. */
export interface PlatformParts {
  readonly settings: Settings;
  readonly database: PlatformDatabase;
  readonly secret: string;
  readonly binding: Binding;
}

export interface RunningPlatform extends PlatformParts {
  /** Where this machine reaches it. */
  readonly localUrl: string;
  /** What happens without a request begins; it serves without, so whoever waits for the first answer does not wait for this. */
  work(onMail: OnMail): Promise<void>;
  /** Readiness off, what is in flight ends within 10 s, then worker, gateway and database stop, in this order. */
  stop(): Promise<void>;
}

/** Told of every mail that is caught instead of sent. */
type OnMail = (mail: CaughtMail) => void;

export interface PlatformStart {
  readonly settings: Settings;
  readonly log: Logger;
  /** On its way already, while the gateway was still being read into memory. */
  readonly opening: Promise<PlatformDatabase>;
  /** Runs once all parts are there and before the first request. */
  readonly prepare?: (parts: PlatformParts) => Promise<void>;
}

/** Database, migrations, gateway; it listens when this resolves. */
export async function startPlatform({ settings, log, opening, prepare }: PlatformStart): Promise<RunningPlatform> {
  const stops = stopping();
  try {
    const database = await opening;
    stops.add(() => database.stop());
    const secret = secretOf(settings);
    await migrate(database.ownerUrl, secret);
    if (settings.isProduction) await refuseMovedClock(database.ownerUrl);
    const instruments = await startInstruments(settings);
    stops.add(() => instruments.stop());
    const gateway = await gatewayOn({ settings, database, secret, log, instruments }, stops);
    const caught: Caught = { by: null };
    if (catchesMail(settings)) registerCatcherRoutes(gateway.app, { messages: () => caught.by?.messages() ?? [] });
    const parts = { settings, database, secret, binding: gateway.binding };
    await prepare?.(parts);
    const localUrl = await listen(gateway, settings);
    const forget = writeRunFile(settings.dataFolder, { ownerUrl: database.ownerUrl, url: settings.url, localUrl });
    stops.add(async () => forget());
    const stop = async () => {
      await gateway.drain();
      await stops.run();
    };
    const begin = async (onMail: OnMail) => {
      await gateway.warm();
      await work({ ...parts, log, instruments, caught, onMail }, stops);
    };
    return { ...parts, localUrl, work: begin, stop };
  } catch (error) {
    await stops.run();
    throw error;
  }
}

/** The catcher once it is there: it takes no mail before the worker sends any. */
interface Caught {
  by: MailCatcher | null;
}

const catchesMail = ({ smtpUrl, isProduction }: Settings) => smtpUrl === null && !isProduction;

type Working = Composed & { readonly caught: Caught; readonly onMail: OnMail };

async function work({ settings, database, secret, log, instruments, caught, onMail }: Working, stops: Stopping): Promise<void> {
  const { mailFrom, url, bounces } = settings;
  const smtpUrl = settings.smtpUrl ?? (await startCatcher(caught, onMail, stops)).smtpUrl;
  const { startWorker } = await import('@guichet/worker/worker');
  const place = bounces?.listen;
  const worker = await startWorker({
    ...placesOf({ settings, database }),
    secret,
    smtpUrl,
    mailFrom,
    url,
    log,
    bounces,
    watch: instruments.worker,
  }).catch((error: unknown) => {
    throw place ? notListening(error, { ...place, settings: ['GUICHET_BOUNCE_HOST', 'GUICHET_BOUNCE_PORT'] }) : error;
  });
  instruments.knows(worker);
  stops.add(() => worker.stop());
}

/** In development without SMTP_URL the platform catches its mail itself and shows it at /dev/mails. */
async function startCatcher(caught: Caught, onMail: OnMail, stops: Stopping): Promise<MailCatcher> {
  const { startMailCatcher } = await import('../mail-catcher/mail-catcher.ts');
  const catcher = await startMailCatcher();
  stops.add(() => catcher.stop());
  catcher.onMessage(onMail);
  caught.by = catcher;
  return catcher;
}

interface Composed {
  readonly settings: Settings;
  readonly database: PlatformDatabase;
  readonly secret: string;
  readonly log: Logger;
  readonly instruments: Instruments;
}

/** Migrations go straight to the database; whoever serves may reach it by a pooler, and read a copy. */
const placesOf = ({ settings, database }: Pick<Composed, 'settings' | 'database'>) => ({
  databaseUrl: settings.poolerUrl ?? database.ownerUrl,
  replicaUrl: settings.replicaUrl,
  namesStatements: settings.namesStatements,
});

async function gatewayOn({ settings, database, secret, log, instruments }: Composed, stops: Stopping): Promise<Gateway> {
  const { url, isProduction, trustedProxies } = settings;
  const gateway = await createGateway({
    ...placesOf({ settings, database }),
    secret,
    url,
    isProduction,
    trustedProxies,
    log,
    budget: settings.budget,
    watch: instruments.gateway,
  });
  stops.add(() => gateway.close());
  return gateway;
}

async function listen({ app }: Gateway, { host, port }: Settings): Promise<string> {
  try {
    return await app.listen({ host, port, listenTextResolver: (address) => address });
  } catch (error) {
    throw notListening(error, { host, port, settings: ['HOST', 'PORT'] });
  }
}
