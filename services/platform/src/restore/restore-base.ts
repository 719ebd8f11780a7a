import { chownSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cluster, passwordFile } from '@guichet/database/server/cluster';
import { takeFolder } from '@guichet/database/server/folder-lock';
import { ownCluster } from '../back-up/administrator.ts';
import { forceToDisk } from '../back-up/copied-file.ts';
import { type BackUp, baseFolder, dumpFolder, filesListOf } from '../back-up/kept-back-ups.ts';
import { layFiles } from '../back-up/stored-files.ts';
import { readDump } from '../dump/load-dump.ts';
import { Refused } from '../terminal/refused.ts';
import { chosenBackUp } from './chosen-back-up.ts';
import { fence } from './fence.ts';
import { handOver } from './hand-over.ts';
import { layBase } from './lay-base.ts';
import { type Recovered, renewPassword, whileRecovered } from './recovered.ts';
import { refuseOtherDigest } from './same-secret.ts';
import { stageLog } from './staged-log.ts';
import type { Restoration } from './told.ts';

export interface RestoreOrder {
  readonly backupFolder: string;
  readonly dataFolder: string;
  readonly secret: string;
  /** Null for the newest the log holds. */
  readonly at: Temporal.Instant | null;
  readonly database: string;
}

/** Brings the database and its files back into a data folder without any; whole, fenced and shut, or not at all. */
export async function restoreBase(order: RestoreOrder): Promise<Restoration> {
  const backUp = await chosenBackUp(order.backupFolder, order.at);
  refuseOtherDigest((await readDump(join(order.backupFolder, backUp.name, dumpFolder))).sealDigest, order.secret);
  mkdirSync(order.dataFolder, { recursive: true });
  const release = takeFolder(join(realpathSync(order.dataFolder), 'database'));
  try {
    const cluster = ownCluster(order.dataFolder);
    const files = join(order.dataFolder, 'files');
    refuseOccupied(cluster.folder, files);
    const drafts = { database: `${cluster.folder}.restoring`, log: `${cluster.folder}.log`, files: `${files}.restoring` };
    const clear = () => Object.values(drafts).forEach((path) => rmSync(path, { recursive: true, force: true }));
    clear();
    try {
      const restoration = await draw(order, { backUp, cluster, drafts });
      if (existsSync(drafts.files)) renameSync(drafts.files, files);
      renameSync(drafts.database, cluster.folder);
      for (const path of [cluster.folder, order.dataFolder]) forceToDisk(path);
      return restoration;
    } finally {
      clear();
    }
  } finally {
    release();
  }
}

interface Drawing {
  readonly backUp: BackUp;
  readonly cluster: Cluster;
  /** Where everything is drawn up, to be moved in whole. */
  readonly drafts: { readonly database: string; readonly log: string; readonly files: string };
}

async function draw({ backupFolder, at, ...order }: RestoreOrder, { backUp, cluster, drafts }: Drawing): Promise<Restoration> {
  await layBase(backUp, join(backupFolder, backUp.name, baseFolder), drafts.database);
  await stageLog(backupFolder, backUp.startLsn, drafts.log);
  for (const path of [drafts.database, drafts.log]) await handOver(path, cluster.account);
  const recovery = { cluster: { ...cluster, folder: drafts.database }, stagedLog: drafts.log, at };
  const origin = { cluster, from: `the back-up ${backUp.name}`, endedAt: backUp.endedAt };
  const restoration = await whileRecovered(recovery, (recovered) => settle(recovered, order.database, origin));
  if (backUp.hasFiles) await layFiles(await filesListOf(backupFolder, backUp.name), backupFolder, drafts.files);
  return restoration;
}

interface Settled {
  readonly cluster: Cluster;
  readonly from: string;
  readonly endedAt: string;
}

/** While nobody else can come in. */
async function settle(recovered: Recovered, database: string, { cluster, from, endedAt }: Settled): Promise<Restoration> {
  const client = await recovered.connect(database);
  try {
    const fenced = await fence(client);
    keepPassword(cluster, await renewPassword(recovered));
    const { rows } = await client.query<{ at: string }>(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`,
    );
    return { at: rows[0]?.at ?? '', restoredTo: recovered.restoredTo ?? endedAt, from, fenced };
  } finally {
    await client.end();
  }
}

function keepPassword(cluster: Cluster, password: string): void {
  const file = passwordFile(cluster.folder);
  rmSync(file, { force: true });
  writeFileSync(file, `${password}\n`, { mode: 0o600, flag: 'wx' });
  if (cluster.account) chownSync(file, cluster.account.uid, cluster.account.gid);
}

function refuseOccupied(...paths: readonly string[]): void {
  const found = paths.find((path) => existsSync(path));
  if (found !== undefined)
    throw new Refused(
      `${found} is there already, and nothing is written over it: move it aside, or name another folder in GUICHET_DATA.`,
    );
}
