import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { environmentOf, executable } from './binaries.ts';
import type { Cluster } from './cluster.ts';

const stopWithinMs = 30_000;
/** A replica serves readers only. */
const isReady = /ready to accept (read-only )?connections/;

/** How a server is started. */
interface Launch {
  readonly settings: string[];
  /** Told what the server logs once it serves; otherwise nobody reads that. */
  readonly onWords?: (words: Buffer) => void;
  readonly attempts?: number;
}

/** A free port is found by trying it, so somebody may take it before the server does: then another is tried. */
export async function launch(
  cluster: Cluster,
  { settings, onWords, attempts = 5 }: Launch,
): Promise<{ child: ChildProcess; port: number }> {
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
  if (failure === undefined) {
    if (onWords !== undefined) child.stderr?.on('data', onWords);
    return { child, port };
  }
  if (attempts > 1 && /could not bind|Address already in use/.test(failure))
    return launch(cluster, { settings, ...(onWords === undefined ? {} : { onWords }), attempts: attempts - 1 });
  throw new Error(`PostgreSQL did not start on ${cluster.folder}: ${failure}`);
}

/** Waits until the server serves; its words when it ends instead. From then on it no longer keeps node running. */
function failureToStart(child: ChildProcess): Promise<string | undefined> {
  const { promise, resolve: answer } = Promise.withResolvers<string | undefined>();
  let log = '';
  child.stderr?.on('data', (words: Buffer) => {
    log += words.toString();
    if (isReady.test(log)) answer(undefined);
  });
  child.once('error', (error) => answer(error.message));
  child.once('close', (code, signal) => answer(`ended with ${signal ?? code}. ${log}`));
  return promise.finally(() => {
    child.stderr?.removeAllListeners('data').resume();
    child.unref();
    (child.stderr as { unref?(): void } | null)?.unref?.();
  });
}

/** Fast: open transactions roll back, what was committed is kept. */
export async function stopServer(child: ChildProcess): Promise<void> {
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
