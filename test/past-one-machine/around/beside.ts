import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from '@guichet/database/server/unprivileged-account';

/** A program of somebody else's, run beside ours until it is stopped. */
export interface Beside {
  readonly port: number;
  stop(): Promise<void>;
}

export interface Program {
  readonly path: string;
  readonly words: readonly string[];
  readonly port: number;
  /** Under which account, where it refuses root's. */
  readonly account?: Account | undefined;
}

/** Starts it and waits until it takes connections; throws with its words when it ends instead. */
export async function startBeside({ path, words, port, account }: Program): Promise<Beside> {
  const child = spawn(path, words, { ...account, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said = (said + chunk).slice(-4000)));
  for (let look = 0; look < 200; look += 1) {
    if (child.exitCode !== null) throw new Error(`${path} ended: ${said}`);
    if (await takesConnections(port)) return { port, stop: () => stopped(child) };
    await pause(25);
  }
  await stopped(child);
  throw new Error(`${path} takes no connections: ${said}`);
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

function takesConnections(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ host: '127.0.0.1', port }, () => resolve(true)).on('error', () => resolve(false));
  return promise.finally(() => socket.destroy());
}
