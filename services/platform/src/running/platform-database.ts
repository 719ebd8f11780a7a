import { join } from 'node:path';
import { startEmbedded } from '@guichet/database/server/embedded-postgres';
import { prepareOwner } from '@guichet/database/server/prepare-owner';
import { durabilityFaults, logFaults, readServerFacts, refusalOf } from '@guichet/database/server/server-refusal';
import { Client } from 'pg';
import { archiveSettings, archiveTo } from '../back-up/archive.ts';
import { watchArchive } from '../back-up/watched-archive.ts';
import { dropHalfLoaded } from '../demonstration/mark.ts';
import type { Settings } from '../settings.ts';
import { Refused } from '../terminal/refused.ts';
import { makeFolder } from './make-folder.ts';

/** The platform's database, reached as its owner. */
export interface PlatformDatabase {
  readonly ownerUrl: string;
  /** The administrator of the embedded server; null on a server of one's own, where the platform is none. */
  readonly administratorUrl: string | null;
  /** What could lose an acknowledged dossier; empty when nothing does. */
  readonly warnings: readonly string[];
  stop(): Promise<void>;
}

/** The embedded server on the data folder, started, or the one that DATABASE_URL names, judged. */
export async function openDatabase(settings: Settings): Promise<PlatformDatabase> {
  return settings.databaseUrl === null ? startOwn(settings) : judgeForeign(settings.databaseUrl, settings.isProduction);
}

async function startOwn({ dataFolder, backupFolder }: Settings): Promise<PlatformDatabase> {
  makeFolder(dataFolder, 'GUICHET_DATA');
  if (backupFolder !== null) makeFolder(backupFolder, 'GUICHET_BACKUP');
  const server = await startEmbedded(join(dataFolder, 'database'), { settings: backupFolder === null ? {} : archiveSettings });
  try {
    const watch = backupFolder === null ? null : await archived(backupFolder, server.url);
    await dropHalfLoaded(dataFolder, server.url);
    const ownerUrl = await prepareOwner(server.url);
    const stop = () => {
      watch?.stop();
      return server.stop();
    };
    return { ownerUrl, administratorUrl: server.url, warnings: [], stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function archived(backupFolder: string, administratorUrl: string) {
  await archiveTo(backupFolder, administratorUrl);
  return watchArchive(administratorUrl, (words) => console.warn(`Warning: ${words}`));
}

async function judgeForeign(ownerUrl: string, isProduction: boolean): Promise<PlatformDatabase> {
  const client = await connected(ownerUrl);
  try {
    const refusal = refusalOf(await readServerFacts(client));
    if (refusal !== undefined) throw new Refused(refusal);
    const [lossy, talkative] = [await durabilityFaults(client), await logFaults(client)];
    if (isProduction) refuseFaults(lossy, talkative);
    const warnings = [
      ...lossy.map((fault) => `${fault}: an acknowledged dossier may be lost; production would refuse this server.`),
      ...talkative.map((fault) => `${fault}: its log may keep what people wrote; production would refuse this server.`),
    ];
    return { ownerUrl, administratorUrl: null, warnings, stop: async () => {} };
  } finally {
    await client.end();
  }
}

/** Everything else is read into memory meanwhile; a slow machine hears nothing for so long, and the first tries may expire unheard. */
async function connected(connectionString: string, tries = 4): Promise<Client> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === undefined && tries > 1) return connected(connectionString, tries - 1);
    throw new Refused(`The server that DATABASE_URL names does not let us in (${code ?? 'no answer'}).`);
  }
}

function refuseFaults(lossy: readonly string[], talkative: readonly string[]): void {
  const refusals = [
    ...(lossy.length > 0
      ? [`This server may lose an acknowledged dossier: ${lossy.join(', ')}. Turn it on; production does not start without.`]
      : []),
    ...(talkative.length > 0
      ? [`The log of this server may keep what people wrote: ${talkative.join('; ')}. Production does not start otherwise.`]
      : []),
  ];
  if (refusals.length > 0) throw new Refused(refusals);
}
