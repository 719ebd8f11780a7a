import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbedded } from '@guichet/database/server/embedded-postgres';
import { prepareOwner } from '@guichet/database/server/prepare-owner';
import { addressOf, provision } from '@guichet/database/server/provision';
import { migrate } from '@guichet/database/session/migrate';
import { recountTotals } from '@guichet/worker/totals/recount-totals';
import { Client } from 'pg';
import { type BackUp, dumpFolder, filesListOf } from '../back-up/kept-back-ups.ts';
import { databaseOf } from '../back-up/make-back-up.ts';
import { loadDump } from '../dump/load-dump.ts';
import { remadeLists } from '../verify/remade-lists.ts';
import { chosenBackUp } from './chosen-back-up.ts';
import { restoreBase } from './restore-base.ts';

export interface DrillOrder {
  readonly backupFolder: string;
  readonly secret: string;
  /** A folder of its own, which goes again. */
  readonly scratch: string;
}

/** What a drill found. */
export interface Drilled {
  readonly name: string;
  readonly restoredTo: string;
  /** Until everything lay there, recovered and fenced. */
  readonly seconds: number;
  readonly databaseMegabytes: number;
  readonly files: number;
  readonly fileMegabytes: number;
  readonly candidacies: number;
  readonly dumpSeconds: number;
  /** What is not as it must be; empty when the back-up can be relied on. */
  readonly faults: readonly string[];
}

/** Restores the newest back-up twice, beside everything else: its copy with the log, then its rows as text; looks at both, and leaves nothing. */
export async function drill({ backupFolder, secret, scratch }: DrillOrder): Promise<Drilled> {
  const backUp = await chosenBackUp(backupFolder, null);
  mkdirSync(scratch, { recursive: true, mode: 0o755 });
  try {
    const begun = performance.now();
    const { restoredTo } = await restoreBase({ backupFolder, dataFolder: scratch, secret, at: null, database: 'guichet' });
    const seconds = secondsSince(begun);
    const files = await filesListOf(backupFolder, backUp.name);
    const looked = await look(join(scratch, 'database'), { folder: join(backupFolder, backUp.name, dumpFolder), secret });
    const fileMegabytes = megabytes(files.reduce((sum, { bytes }) => sum + bytes, 0));
    return { ...sizes(backUp), restoredTo, seconds, files: files.length, fileMegabytes, ...looked };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const sizes = ({ name, bytes }: BackUp) => ({ name, databaseMegabytes: megabytes(bytes) });

interface Looked {
  readonly candidacies: number;
  readonly dumpSeconds: number;
  readonly faults: readonly string[];
}

async function look(place: string, dump: { readonly folder: string; readonly secret: string }): Promise<Looked> {
  const server = await startEmbedded(place);
  try {
    const ownerUrl = await prepareOwner(server.url);
    await migrate(ownerUrl, dump.secret);
    const [totals, lists] = [await recountTotals(ownerUrl), await remadeLists(ownerUrl)];
    const { candidacies, open } = await wallsOf(databaseOf(server.url, 'guichet'));
    const begun = performance.now();
    await loadBeside(server.url, ownerUrl, dump);
    const faults = [
      ...open.map((table) => `${table} lies open: its policies are not forced`),
      ...(totals.length > 0 ? [`${totals.length} kept counts differ from a recount`] : []),
      ...(lists.length > 0 ? [`${lists.length} kept lists differ from the tables`] : []),
    ];
    return { candidacies, dumpSeconds: secondsSince(begun), faults };
  } finally {
    await server.stop();
  }
}

/** Rows as text come out as they went in, tenant by tenant, or this throws. */
async function loadBeside(administratorUrl: string, ownerUrl: string, { folder, secret }: { folder: string; secret: string }) {
  const { username: owner, password } = new URL(ownerUrl);
  const ownership = { database: 'drill', owner, ownerPassword: decodeURIComponent(password) };
  await provision(administratorUrl, ownership);
  await migrate(addressOf(ownerUrl, { database: 'drill' }), secret);
  await loadDump(folder, databaseOf(administratorUrl, 'drill'));
}

async function wallsOf(databaseUrl: string): Promise<{ readonly candidacies: number; readonly open: readonly string[] }> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ candidacies: number; open: string[] }>(
      `select (select count(*)::int from app.candidacy) as candidacies, array(select oid::regclass::text from pg_class
         where relnamespace = 'app'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)) as open`,
    );
    return rows[0] ?? { candidacies: 0, open: [] };
  } finally {
    await client.end();
  }
}

const secondsSince = (begun: number) => Math.round((performance.now() - begun) / 100) / 10;
const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);
