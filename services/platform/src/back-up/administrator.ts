import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { nativeFolder } from '@guichet/database/server/binaries';
import { type Cluster, clusterIn, passwordFile } from '@guichet/database/server/cluster';
import { accountFor } from '@guichet/database/server/unprivileged-account';

/** Where the embedded server of a data folder keeps its rows, whether or not it runs. */
export function ownCluster(dataFolder: string): Cluster {
  const asked = join(realpathSync(dataFolder), 'database');
  return clusterIn(asked, nativeFolder(), accountFor(asked));
}

/** The administrator's address of a running embedded server: its password lies beside its rows, for whoever may read the data folder. */
export function administratorOf(dataFolder: string, ownerUrl: string): string {
  const address = new URL(ownerUrl);
  address.username = 'postgres';
  address.password = readFileSync(passwordFile(ownCluster(dataFolder).folder), 'utf8').trim();
  address.pathname = '/postgres';
  return address.href;
}
