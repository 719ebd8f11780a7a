import { migrate } from '@guichet/database/session/migrate';
import type { Binding } from '@guichet/database/session/work';
import { createGateway, type Gateway } from '@guichet/gateway/gateway';
import type { Logger } from 'pino';
import { registerCatcherRoutes } from '../mail-catcher/catcher-routes.ts';
import { type MailCatcher, startMailCatcher } from '../mail-catcher/mail-catcher.ts';
import { type Settings, secretOf } from '../settings.ts';
import { Refused } from '../terminal/refused.ts';
import type { PlatformDatabase } from './platform-database.ts';
import { writeRunFile } from './run-file.ts';
import { type Stopping, stopping } from './stopping.ts';

/** A platform whose parts are up, before it listens. */
export interface PlatformParts {
  readonly settings: Settings;
  readonly database: PlatformDatabase;
  readonly secret: string;
  readonly binding: Binding;
  readonly catcher: MailCatcher | null;
}

export interface RunningPlatform extends PlatformParts {
  /** Where this machine reaches it. */
  readonly localUrl: string;
  /** What happens without a request begins; it serves without, so whoever waits for the first answer does not wait for this. */
  work(): Promise<void>;
  /** Readiness off, what is in flight ends within 10 s, then worker, gateway and database stop, in this order. */
  stop(): Promise<void>;
}

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
    const gateway = await gatewayOn({ settings, database, secret, log }, stops);
    const catcher = await catcherOf(settings, gateway, stops);
    const parts = { settings, database, secret, binding: gateway.binding, catcher };
    await prepare?.(parts);
    const localUrl = await listen(gateway, settings);
    const forget = writeRunFile(settings.dataFolder, { ownerUrl: database.ownerUrl, url: settings.url, localUrl });
    stops.add(async () => forget());
    const stop = async () => {
      await gateway.drain();
      await stops.run();
    };
    return { ...parts, localUrl, work: () => work(parts, log, stops), stop };
  } catch (error) {
    await stops.run();
    throw error;
  }
}

async function work({ settings, database, secret, catcher }: PlatformParts, log: Logger, stops: Stopping): Promise<void> {
  const { mailFrom, url } = settings;
  const smtpUrl = settings.smtpUrl ?? catcher?.smtpUrl ?? '';
  const { startWorker } = await import('@guichet/worker/worker');
  const worker = await startWorker({ databaseUrl: database.ownerUrl, secret, smtpUrl, mailFrom, url, log });
  stops.add(() => worker.stop());
}

interface Composed {
  readonly settings: Settings;
  readonly database: PlatformDatabase;
  readonly secret: string;
  readonly log: Logger;
}

async function gatewayOn({ settings, database, secret, log }: Composed, stops: Stopping): Promise<Gateway> {
  const { url, isProduction, trustedProxies } = settings;
  const gateway = await createGateway({ databaseUrl: database.ownerUrl, secret, url, isProduction, trustedProxies, log });
  stops.add(() => gateway.close());
  return gateway;
}

/** In development without SMTP_URL the platform catches its mail itself and shows it at /dev/mails. */
async function catcherOf({ smtpUrl, isProduction }: Settings, { app }: Gateway, stops: Stopping): Promise<MailCatcher | null> {
  if (smtpUrl !== null || isProduction) return null;
  const catcher = await startMailCatcher();
  stops.add(() => catcher.stop());
  registerCatcherRoutes(app, catcher);
  return catcher;
}

async function listen({ app }: Gateway, { host, port }: Settings): Promise<string> {
  try {
    return await app.listen({ host, port, listenTextResolver: (address) => address });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error;
    throw new Refused(`Port ${port} of ${host} is taken by another program. Stop that one, or name another port in PORT.`);
  }
}
