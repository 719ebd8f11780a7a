import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { type CopiedFile, copyFile, type Inspect, writeWhole } from './copied-file.ts';
import { controlFile, partsOf } from './data-directory.ts';
import { RottenPage } from './page-check.ts';
import { sideBySide } from './side-by-side.ts';

/** Which server is copied, and where to. */
export interface BaseCopyOrder {
  /** A superuser's address: only they may begin a back-up and see every file named. */
  readonly administratorUrl: string;
  /** A folder that does not exist yet. */
  readonly to: string;
  /** Keeps the log from the beginning of the copy on for a replica that will ask for it under this name; absent, the log is kept while copying. */
  readonly slot?: string;
  /** Asked for each file of tables and indexes before it is copied: who looks at its pages, or nobody. */
  readonly inspectorOf?: (path: string, startLsn: string) => Inspect | undefined;
}

/** A copy that starts by itself: it carries the write-ahead log that makes it whole. */
export interface BaseCopy {
  readonly systemIdentifier: string;
  readonly timeline: number;
  readonly startLsn: string;
  readonly endLsn: string;
  /** By the database's clock. It can be restored to any instant after `endedAt`. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly bytes: number;
  readonly files: readonly CopiedFile[];
}

/** Copies a running server's data folder, between `pg_backup_start` and `pg_backup_stop`; nobody waits for it. */
export async function copyBase(order: BaseCopyOrder): Promise<BaseCopy> {
  const client = new Client({ connectionString: order.administratorUrl, application_name: 'guichet-base-copy' });
  await mkdir(order.to, { mode: 0o700 });
  await client.connect();
  try {
    const source = await sourceOf(client);
    await keepLog(client, order.slot);
    const [begun] = await rowsOf<Begun>(client, beginCopy);
    const { startLsn = '', startedAt = '' } = begun ?? {};
    const files = await copyDirectory(source.folder, order, startLsn);
    const [ended] = await rowsOf<Ended>(client, endCopy);
    if (ended === undefined) throw new Error('The server did not say where the copy ends.');
    files.push(await writeLabel(order.to, ended.label));
    files.push(...(await copyLog(client, { source, to: order.to, startLsn, endLsn: ended.endLsn })));
    const { endLsn, endedAt } = ended;
    const { systemIdentifier, timeline } = source;
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return { systemIdentifier, timeline, startLsn, endLsn, startedAt, endedAt, bytes, files };
  } catch (error) {
    await rm(order.to, { recursive: true, force: true }); // half a copy might start, and be torn
    throw error;
  } finally {
    await client.end(); // ends a copy begun and not ended, and the keeping of the log
  }
}

interface Source {
  readonly folder: string;
  readonly systemIdentifier: string;
  readonly timeline: number;
}

interface Begun {
  readonly startLsn: string;
  readonly startedAt: string;
}

interface Ended {
  readonly label: string;
  readonly endLsn: string;
  readonly endedAt: string;
}

const width = 16;
const instant = `to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const beginCopy = `select pg_backup_start('guichet', fast => true)::text as "startLsn", ${instant} as "startedAt"`;
// The log is copied with the rest, so nobody waits here for an archive that may be out of order.
const endCopy = `select labelfile as label, lsn::text as "endLsn", ${instant} as "endedAt" from pg_backup_stop(wait_for_archive => false)`;

async function sourceOf(client: Client): Promise<Source> {
  const [source] = await rowsOf<Source>(
    client,
    `select current_setting('data_directory') as folder, system_identifier::text as "systemIdentifier", timeline_id as timeline
       from pg_control_system(), pg_control_checkpoint()`,
  );
  if (source === undefined) throw new Error('The server does not say where its files lie.');
  return source;
}

/** Without it a busy server would throw away, at a checkpoint meanwhile, the log that the copy needs. */
async function keepLog(client: Client, slot: string | undefined): Promise<void> {
  const [name, isTemporary] = slot === undefined ? [`guichet_copy_${process.pid}`, true] : [slot, false];
  await client.query('select pg_create_physical_replication_slot($1, true, $2)', [name, isTemporary]);
}

async function copyDirectory(from: string, { to, inspectorOf }: BaseCopyOrder, startLsn: string): Promise<CopiedFile[]> {
  const { folders, files } = await partsOf(from);
  for (const folder of folders) await mkdir(join(to, folder), { mode: 0o700 });
  const copied: CopiedFile[] = [];
  const copyOne = async (path: string) => {
    const file = await patiently(join(to, path), () => copyFile(join(from, path), join(to, path), inspectorOf?.(path, startLsn)));
    if (file) copied.push({ path, ...file });
  };
  const rest = files.filter((path) => path !== controlFile);
  await sideBySide(rest, width, copyOne); // most of the time goes into forcing small files to disk
  await settled(join(from, controlFile));
  await copyOne(controlFile);
  return copied;
}

/** A page may be read while it is being written; what is still wrong after three readings is. */
async function patiently<Answer>(target: string, act: () => Promise<Answer>): Promise<Answer> {
  for (let reading = 1; ; reading++) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof RottenPage) || reading === 3) throw error;
      await rm(target, { force: true });
      await pause(200);
    }
  }
}

/** The control file is small and rewritten in place: two equal readings in a row are no half of one. */
async function settled(file: string): Promise<void> {
  for (let before = await readFile(file); ; ) {
    const now = await readFile(file);
    if (now.equals(before)) return;
    before = now;
  }
}

/** Tells the copy, when it starts, from where on to read the log: without it a copy would seem whole and be torn. */
async function writeLabel(to: string, label: string): Promise<CopiedFile> {
  await writeWhole(join(to, 'backup_label'), label);
  return { path: 'backup_label', bytes: Buffer.byteLength(label), digest: createHash('sha256').update(label).digest('hex') };
}

interface LogOrder {
  readonly source: Source;
  readonly to: string;
  readonly startLsn: string;
  readonly endLsn: string;
}

/** `pg_backup_stop` began a new segment, so every one up to the end is complete. */
async function copyLog(client: Client, { source, to, startLsn, endLsn }: LogOrder): Promise<CopiedFile[]> {
  const [range] = await rowsOf<{ first: string; last: string }>(
    client,
    `select pg_walfile_name('${startLsn}') as first, pg_walfile_name('${endLsn}') as last`,
  );
  const { first = '', last = '' } = range ?? {};
  const names = (await readdir(join(source.folder, 'pg_wal'))).filter(
    (name) => (/^[0-9A-F]{24}$/.test(name) && name >= first && name <= last) || /^[0-9A-F]{8}\.history$/.test(name),
  );
  if (!names.includes(first) || !names.includes(last)) throw new Error('The log that makes the copy whole is no longer there.');
  const copied: CopiedFile[] = [];
  for (const name of names.toSorted()) {
    const path = join('pg_wal', name);
    const file = await copyFile(join(source.folder, path), join(to, path));
    if (file) copied.push({ path, ...file });
  }
  return copied;
}

async function rowsOf<Row extends object>(client: Client, text: string): Promise<Row[]> {
  return (await client.query<Row>(text)).rows;
}
