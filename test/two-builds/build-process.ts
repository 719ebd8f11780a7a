import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { secret } from '../world/server.ts';
import type { Build } from './older-build.ts';

/** The database two builds share. */
export interface Shared {
  readonly ownerUrl: string;
  readonly administratorUrl: string;
}

/** A gateway of one build. */
export interface Door {
  readonly url: string;
  stop(): Promise<void>;
}

/** Lets a build migrate the empty database and fill it; throws with its last words. */
export async function prepare(build: Build, shared: Shared): Promise<void> {
  const child = begun(build, shared, 'prepare');
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`The build could not prepare its database: ${words.slice(-2000)}`);
}

export async function serve(build: Build, shared: Shared): Promise<Door> {
  const child = begun(build, shared, 'serve');
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const told = once(child, 'message') as Promise<[{ port: number }]>;
  const answer = await Promise.race([told, once(child, 'exit').then(() => null)]);
  if (answer === null) throw new Error(`The build ended: ${words.slice(-2000)}`);
  const ended = once(child, 'exit');
  const stop = async () => {
    child.disconnect();
    await ended;
  };
  return { url: `http://127.0.0.1:${answer[0].port}`, stop };
}

function begun({ folder }: Build, { ownerUrl, administratorUrl }: Shared, task: string): ChildProcess {
  return fork(join(folder, 'test/two-builds/build-program.ts'), [task], {
    cwd: folder,
    execArgv: ['--conditions=@guichet/source', '--import', './dev-register.mjs'],
    env: { PATH: process.env['PATH'], BUILD_OWNER: ownerUrl, BUILD_ADMINISTRATOR: administratorUrl, BUILD_SECRET: secret },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}
