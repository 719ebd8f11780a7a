import { migrate } from '@guichet/database/session/migrate';
import type { Binding } from '@guichet/database/session/work';
import { createGateway, type Gateway } from '@guichet/gateway/gateway';
import { startWorker } from '@guichet/worker/worker';
import type { Logger } from 'pino';
import { registerCatcherRoutes } from '../mail-catcher/catcher-routes.ts';
import { type MailCatcher, startMailCatcher } from '../mail-catcher/mail-catcher.ts';
import { type Settings, secretOf } from '../settings.ts';
import { Refused } from '../terminal/refused.ts';
import { openDatabase, type PlatformDatabase } from './platform-database.ts';
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
  /** Readiness off, what is in flight ends within 10 s, then mail, gateway and database stop, in this order. */
  stop(): Promise<void>;
}

/** Database, migrations, gateway, mail; `prepare` runs once all are there and before the first request. */
export async function startPlatform(
  settings: Settings,
  log: Logger,
  prepare: (parts: PlatformParts) => Promise<void> = async () => {},
): Promise<RunningPlatform> {
  const stops = stopping();
  try {
    const database = await openDatabase(settings);
    stops.add(() => database.stop());
    const secret = secretOf(settings);
    await migrate(database.ownerUrl, secret);
    const gateway = await gatewayOn({ settings, database, secret, log }, stops);
    const catcher = await workerOf({ settings, database, secret, log }, gateway, stops);
    const parts = { settings, database, secret, binding: gateway.binding, catcher };
    await prepare(parts);
    const localUrl = await listen(gateway, settings);
    stops.add(() => gateway.drain());
    stops.add(async () => forget());
    const forget = writeRunFile(settings.dataFolder, { ownerUrl: database.ownerUrl, url: settings.url, localUrl });
    return { ...parts, localUrl, stop: () => stops.run() };
  } catch (error) {
    await stops.run();
    throw error;
  }
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

/** The worker beside the gateway; in development without SMTP_URL its mail is caught by the platform itself and shown at /dev/mails. */
async function workerOf({ settings, database, secret, log }: Composed, gateway: Gateway, stops: Stopping) {
  const catcher = settings.smtpUrl === null ? await startMailCatcher() : null;
  if (catcher) {
    stops.add(() => catcher.stop());
    registerCatcherRoutes(gateway.app, catcher);
  }
  const smtpUrl = settings.smtpUrl ?? catcher?.smtpUrl ?? '';
  const { mailFrom, url } = settings;
  const worker = await startWorker({ databaseUrl: database.ownerUrl, secret, smtpUrl, mailFrom, url, log });
  stops.add(() => worker.stop());
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
