import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbedded } from '@guichet/database/server/embedded-postgres';
import { prepareOwner } from '@guichet/database/server/prepare-owner';
import { migrate } from '@guichet/database/session/migrate';
import { Client } from 'pg';
import { forceToDisk } from '../back-up/copied-file.ts';
import { dumpFolder, filesListOf } from '../back-up/kept-back-ups.ts';
import { databaseOf } from '../back-up/make-back-up.ts';
import { layFiles } from '../back-up/stored-files.ts';
import { loadDump, readDump } from '../dump/load-dump.ts';
import { Refused } from '../terminal/refused.ts';
import { chosenBackUp } from './chosen-back-up.ts';
import { fence } from './fence.ts';
import { refuseOtherDigest } from './same-secret.ts';
import type { Restoration } from './told.ts';

export interface DumpRestoreOrder {
  readonly backupFolder: string;
  readonly dataFolder: string;
  readonly secret: string;
  /** The administrator’s address of a server that was provisioned and migrated; null makes a new embedded one. */
  readonly into: string | null;
}

/** The rows of the newest back-up, in a server made anew: for another version of PostgreSQL, another machine, or a copy that does not start. */
export async function restoreDump({ backupFolder, dataFolder, secret, into }: DumpRestoreOrder): Promise<Restoration> {
  const { name } = await chosenBackUp(backupFolder, null);
  const folder = join(backupFolder, name, dumpFolder);
  refuseOtherDigest((await readDump(folder)).sealDigest, secret);
  const from = `the rows of the back-up ${name}`;
  if (into !== null) return load(folder, into, from);
  mkdirSync(dataFolder, { recursive: true });
  const place = join(realpathSync(dataFolder), 'database');
  if (existsSync(place))
    throw new Refused(
      `${place} is there already, and nothing is written over it: move it aside, or name another folder in GUICHET_DATA.`,
    );
  const server = await startEmbedded(place);
  try {
    await migrate(await prepareOwner(server.url), secret);
    const restoration = await load(folder, databaseOf(server.url, 'guichet'), from);
    await layFiles(await filesListOf(backupFolder, name), backupFolder, join(dataFolder, 'files'));
    forceToDisk(dataFolder);
    return restoration;
  } finally {
    await server.stop();
  }
}

async function load(folder: string, administratorUrl: string, from: string): Promise<Restoration> {
  const { at: restoredTo } = await loadDump(folder, administratorUrl);
  const client = new Client({ connectionString: administratorUrl });
  await client.connect();
  try {
    const fenced = await fence(client);
    const { rows } = await client.query<{ at: string }>(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`,
    );
    return { at: rows[0]?.at ?? '', restoredTo, from, fenced };
  } finally {
    await client.end();
  }
}
