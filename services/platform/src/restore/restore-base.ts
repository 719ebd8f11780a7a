import { chownSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cluster, passwordFile } from '@guichet/database/server/cluster';
import { takeFolder } from '@guichet/database/server/folder-lock';
import { ownCluster } from '../back-up/administrator.ts';
import { forceToDisk } from '../back-up/copied-file.ts';
import { baseFolder, dumpFolder, filesListOf } from '../back-up/kept-back-ups.ts';
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
  const asked = join(realpathSync(order.dataFolder), 'database');
  const release = takeFolder(asked);
  try {
    const cluster = ownCluster(order.dataFolder);
    refuseOccupied(cluster, order.dataFolder);
    const draft = { ...cluster, folder: `${cluster.folder}.restoring` };
    const stagedLog = `${cluster.folder}.log`;
    for (const path of [draft.folder, stagedLog]) rmSync(path, { recursive: true, force: true });
    try {
      await layBase(backUp, join(order.backupFolder, backUp.name, baseFolder), draft.folder);
      await stageLog(order.backupFolder, backUp.startLsn, stagedLog);
      for (const path of [draft.folder, stagedLog]) await handOver(path, cluster.account);
      const restoration = await whileRecovered({ cluster: draft, stagedLog, at: order.at }, (recovered) =>
        settle(recovered, order, { cluster, from: `the back-up ${backUp.name}`, endedAt: backUp.endedAt }),
      );
      await layFiles(await filesListOf(order.backupFolder, backUp.name), order.backupFolder, join(order.dataFolder, 'files'));
      renameSync(draft.folder, cluster.folder);
      for (const path of [cluster.folder, order.dataFolder]) forceToDisk(path);
      return restoration;
    } finally {
      for (const path of [draft.folder, stagedLog]) rmSync(path, { recursive: true, force: true });
    }
  } finally {
    release();
  }
}

interface Settled {
  readonly cluster: Cluster;
  readonly from: string;
  readonly endedAt: string;
}

/** While nobody else can come in. */
async function settle(recovered: Recovered, order: RestoreOrder, { cluster, from, endedAt }: Settled): Promise<Restoration> {
  const client = await recovered.connect(order.database);
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

function refuseOccupied({ folder }: Cluster, dataFolder: string): void {
  const files = join(dataFolder, 'files');
  for (const path of [folder, files])
    if (existsSync(path))
      throw new Refused(
        `${path} is there already, and nothing is written over it: move it aside, or name another folder in GUICHET_DATA.`,
      );
}
