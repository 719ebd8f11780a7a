import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startOf } from '@guichet/database/server/process-facts';
import { Client } from 'pg';
import { backUpRole, makeBackUpRole } from '../dump/back-up-role.ts';
import { writeDump } from '../dump/write-dump.ts';
import { Refused } from '../terminal/refused.ts';
import { copyBase } from './base-copy.ts';
import { forceToDisk, writeWhole } from './copied-file.ts';
import { type BackUp, baseFolder, dumpFolder, filesList, filesListOf, keptBackUps, manifestFile } from './kept-back-ups.ts';
import { pageInspector } from './page-check.ts';
import { storeFiles } from './stored-files.ts';

export interface BackUpOrder {
  /** The administrator of the embedded server. */
  readonly administratorUrl: string;
  readonly database: string;
  readonly backupFolder: string;
  /** What lies beside the database; need not be there. */
  readonly filesFolder: string;
}

/** One back-up: a copy of the server’s folder, every row as text, and the files; whole, or not there. */
export async function makeBackUp(order: BackUpOrder): Promise<BackUp> {
  const { administratorUrl, database, backupFolder, filesFolder } = order;
  await sweep(backupFolder);
  const draft = join(backupFolder, `.draft-${process.pid}`);
  await mkdir(draft, { recursive: true, mode: 0o700 });
  try {
    const base = await copyBase({ administratorUrl, to: join(draft, baseFolder), inspectorOf: pageInspector });
    await makeBackUpRole(administratorUrl);
    const dump = await writeDump({
      databaseUrl: databaseOf(administratorUrl, database),
      to: join(draft, dumpFolder),
      role: backUpRole,
    });
    const [former] = await keptBackUps(backupFolder);
    // After the rows: a file is there before the row that speaks of it.
    const files = await storeFiles(filesFolder, backupFolder, former ? await filesListOf(backupFolder, former.name) : []);
    await writeWhole(join(draft, filesList), JSON.stringify(files));
    const name = base.startedAt.replaceAll(':', '-');
    const { at: dumpedAt, serverVersion } = dump;
    const backUp: BackUp = { name, serverVersion, dumpedAt, hasFiles: files.length > 0, ...base };
    await writeWhole(join(draft, manifestFile), `${JSON.stringify(backUp, null, 1)}\n`);
    forceToDisk(backupFolder);
    await rename(draft, join(backupFolder, name));
    forceToDisk(backupFolder);
    return backUp;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

/** What a killed back-up left; one that is being made is left alone. */
async function sweep(backupFolder: string): Promise<void> {
  await mkdir(backupFolder, { recursive: true, mode: 0o711 });
  for (const name of (await readdir(backupFolder)).filter((each) => each.startsWith('.draft-'))) {
    const pid = Number(name.slice('.draft-'.length));
    if (pid !== process.pid && startOf(pid) !== undefined)
      throw new Refused(`Process ${pid} is making a back-up in ${backupFolder}.`);
    await rm(join(backupFolder, name), { recursive: true, force: true });
  }
}

export function databaseOf(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/** How it stands with the log: `OFF` where no server archives, else until when all is put away. */
export type ArchiveState = 'OFF' | { readonly upTo: string };

const waitMs = 60_000;

/** Closes the present segment and waits until it is put away; refuses when the archive takes nothing. */
export async function flushLog(administratorUrl: string): Promise<ArchiveState> {
  const client = new Client({ connectionString: administratorUrl, application_name: 'guichet-archive' });
  await client.connect();
  try {
    const { rows } = await client.query<{ mode: string }>(`select current_setting('archive_mode') as mode`);
    if (rows[0]?.mode !== 'on') return 'OFF';
    return await archived(client);
  } finally {
    await client.end();
  }
}

async function archived(client: Client): Promise<ArchiveState> {
  const { rows } = await client.query<{ segment: string }>(
    `select pg_walfile_name(pg_switch_wal()) as segment from pg_create_restore_point('guichet back-up')`,
  );
  const segment = rows[0]?.segment ?? '';
  for (const until = performance.now() + waitMs; performance.now() < until; await pause(100)) {
    const { rows: seen } = await client.query<{ last: string | null; at: string }>(
      `select last_archived_wal as last, to_char(last_archived_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from pg_stat_archiver`,
    );
    const { last = null, at = '' } = seen[0] ?? {};
    if (last !== null && last.slice(8, 24) >= segment.slice(8, 24)) return { upTo: at };
  }
  throw new Refused(
    'The log is not put away: the archive in GUICHET_BACKUP takes nothing. Is its disk full, or gone? The back-up itself is whole.',
  );
}
