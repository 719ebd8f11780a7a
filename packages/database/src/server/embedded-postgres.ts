import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { nativeFolder } from './binaries.ts';
import { type Cluster, clusterIn, makeCluster, passwordFile } from './cluster.ts';
import { takeFolder } from './folder-lock.ts';
import { launch, stopServer } from './launch.ts';
import { stopOrphan } from './orphan.ts';
import { accountFor } from './unprivileged-account.ts';

/** A running server of our own, reachable on loopback only. */
export interface EmbeddedServer {
  /** The administrator's address; the platform's own database is made by `prepareOwner`. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Where the rows truly lie: not the folder asked for when the server's account cannot enter that. */
  readonly folder: string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** False for tests only: nothing is forced to disk, so a power failure loses the database. */
  readonly durable?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
  /** Told what the server logs; otherwise nobody reads that. */
  readonly onWords?: (words: Buffer) => void;
}

/** Starts PostgreSQL 18 on this folder, made on the first start; a second start while the first lives throws `FolderInUse`. */
export async function startEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const asked = trueFolder(folder);
  const release = takeFolder(asked);
  try {
    const cluster = clusterIn(asked, nativeFolder(), accountFor(asked));
    await stopOrphan(cluster.folder);
    makeCluster(cluster, options.durable ?? true);
    return await serve(cluster, options, release);
  } catch (error) {
    release();
    throw error;
  }
}

/** One folder has one name, so that one lock guards it however it is reached. */
function trueFolder(folder: string): string {
  if (existsSync(folder)) return realpathSync(folder);
  const parent = dirname(resolve(folder));
  mkdirSync(parent, { recursive: true });
  return join(realpathSync(parent), basename(folder));
}

async function serve(cluster: Cluster, options: EmbeddedOptions, release: () => void): Promise<EmbeddedServer> {
  const { onWords } = options;
  const { child, port } = await launch(cluster, {
    settings: settingsOf(options),
    ...(onWords === undefined ? {} : { onWords }),
  });
  const interrupt = () => child.kill('SIGINT');
  process.once('exit', interrupt); // an uncaught exception ends node without a drain; the server goes with it
  let stopping: Promise<void> | undefined;
  const password = readFileSync(passwordFile(cluster.folder), 'utf8').trim();
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    port,
    pid: child.pid ?? 0,
    folder: cluster.folder,
    stop: () => {
      process.off('exit', interrupt);
      stopping ??= stopServer(child).finally(release);
      return stopping;
    },
  };
}

/** Terse, and never the statement: what people wrote must not travel into a log by way of an error. */
function settingsOf({ durable = true, settings = {} }: EmbeddedOptions): string[] {
  const quiet = { log_error_verbosity: 'terse', log_min_error_statement: 'panic' };
  const local = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '100', shared_buffers: '64MB' };
  const hasty = durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  return Object.entries({ ...quiet, ...local, ...hasty, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
