import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { environmentOf, executable, nativeFolder } from './binaries.ts';
import { type Cluster, clusterIn, makeCluster, passwordFile } from './cluster.ts';
import { takeFolder } from './folder-lock.ts';
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
}

const stopWithinMs = 30_000;

/** Starts PostgreSQL 18 on this folder, made on the first start; a second start while the first lives throws `FolderInUse`. */
export async function startEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const asked = resolve(folder);
  mkdirSync(dirname(asked), { recursive: true });
  const release = takeFolder(asked);
  try {
    const cluster = clusterIn(asked, nativeFolder(), accountFor(asked));
    await stopOrphan(cluster.folder);
    makeCluster(cluster);
    return await serve(cluster, options, release);
  } catch (error) {
    release();
    throw error;
  }
}

async function serve(cluster: Cluster, options: EmbeddedOptions, release: () => void): Promise<EmbeddedServer> {
  const { child, port } = await launch(cluster, settingsOf(options));
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

/** A free port is found by trying it, so somebody may take it before the server does: then another is tried. */
async function launch(cluster: Cluster, settings: string[], attempts = 5): Promise<{ child: ChildProcess; port: number }> {
  const port = await freePort();
  // detached: a Ctrl-C reaches the whole group, and the server must outlive the drain of who uses it
  const child = spawn(executable(cluster.native, 'postgres'), ['-D', cluster.folder, '-p', String(port), ...settings], {
    ...cluster.account,
    env: environmentOf(cluster.native),
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const failure = await failureToStart(child);
  if (failure === undefined) return { child, port };
  if (attempts > 1 && /could not bind|Address already in use/.test(failure)) return launch(cluster, settings, attempts - 1);
  throw new Error(`PostgreSQL did not start on ${cluster.folder}: ${failure}`);
}

/** Waits until the server serves; its words when it ends instead. From then on it no longer keeps node running. */
function failureToStart(child: ChildProcess): Promise<string | undefined> {
  const { promise, resolve: answer } = Promise.withResolvers<string | undefined>();
  let log = '';
  child.stderr?.on('data', (words: Buffer) => {
    log += words.toString();
    if (log.includes('ready to accept connections')) answer(undefined);
  });
  child.once('error', (error) => answer(error.message));
  child.once('close', (code, signal) => answer(`ended with ${signal ?? code}. ${log}`));
  return promise.finally(() => {
    child.stderr?.removeAllListeners('data').resume();
    child.unref();
    (child.stderr as { unref?(): void } | null)?.unref?.();
  });
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  const patience = new AbortController();
  const impatient = pause(stopWithinMs, undefined, { signal: patience.signal }).then(
    () => child.kill('SIGQUIT'),
    () => false,
  );
  await ended;
  patience.abort();
  await impatient;
}

function freePort(): Promise<number> {
  const { promise, resolve: answer, reject } = Promise.withResolvers<number>();
  const probe = createServer().once('error', reject);
  probe.listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as AddressInfo;
    probe.close(() => answer(port));
  });
  return promise;
}
