import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reachableBinaries } from '@guichet/database/server/binaries';
import { initialise } from '@guichet/database/server/cluster';
import { launch, stopServer } from '@guichet/database/server/launch';
import { accountFor } from '@guichet/database/server/unprivileged-account';

export type ForeignVersion = 16 | 17 | 18;

export interface ForeignServer {
  readonly superuserUrl: string;
  stop(): Promise<void>;
}

/** A server as a stranger may run it: its text sorts as in French and nothing of ours is prepared. */
export async function startForeign(version: ForeignVersion): Promise<ForeignServer> {
  const parent = mkdtempSync(join(tmpdir(), `guichet-foreign-${version}-`));
  chmodSync(parent, 0o755);
  const [folder, passwordFile, password] = [join(parent, 'data'), join(parent, 'password'), randomBytes(12).toString('hex')];
  const account = accountFor(folder);
  const cluster = { folder, account, native: reachableBinaries(packagedBinaries(version), account) };
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [folder, passwordFile]) chownSync(path, account.uid, account.gid);
  initialise(cluster, passwordFile, ['--locale-provider=icu', '--icu-locale=fr-FR', '--locale=C', '--no-sync']);
  const { child, port } = await launch(cluster, { settings });
  const interrupt = () => child.kill('SIGINT');
  process.once('exit', interrupt);
  return {
    superuserUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      process.off('exit', interrupt);
      await stopServer(child);
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60', 'fsync=off'].flatMap(
  (setting) => ['-c', setting],
);

function packagedBinaries(version: ForeignVersion): string {
  const folder = join(import.meta.dirname, 'node_modules', `postgres-${version}`, 'native');
  if (existsSync(folder)) return realpathSync(folder);
  throw new Error(
    `PostgreSQL ${version} is not installed for this machine: run "pnpm test" once, which fetches it (Linux x64 only).`,
  );
}
