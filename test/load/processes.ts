import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../walls/keep-report.ts';

/** Another process of the bench, told and heard in turn. */
export interface Other {
  readonly pid: number;
  /** Tells it something, and waits for the next thing it tells. */
  ask<T>(order: object): Promise<T>;
  stop(): Promise<void>;
}

export interface Started {
  readonly file: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
}

/** The flags of `pnpm start` that every server has alike. */
const shared = [
  '--min-semi-space-size=16',
  '--max-semi-space-size=16',
  '--conditions=@guichet/source',
  '--import',
  './dev-register.mjs',
];

/** The rest of them: an old generation that is looked through sooner holds less and costs processor time, which nobody else asked for. */
export const guichetFlags = ['--heap-growing-percent=45'];

/** Starts it in production mode; what it prints lies in a file of its own. Its port is the first thing it tells, where it has one. */
export async function start(
  { file, env = {}, flags = [] }: Started,
  name: string,
): Promise<{ readonly other: Other; readonly port: number }> {
  const folder = join(root, 'node_modules/.cache/bench-words');
  mkdirSync(folder, { recursive: true });
  const words = openSync(join(folder, `${name}.log`), 'w');
  const child = fork(join(import.meta.dirname, file), [], {
    cwd: root,
    execArgv: [...flags, ...shared],
    serialization: 'advanced',
    stdio: ['ignore', words, words, 'ipc'],
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', NODE_COMPILE_CACHE: 'node_modules/.cache/compile', ...env },
  });
  const { port = 0 } = await heard<{ port?: number }>(child, name);
  const other: Other = {
    pid: child.pid ?? 0,
    ask: (order) => {
      child.send(order);
      return heard(child, name);
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
  return { other, port };
}

async function heard<T>(child: ChildProcess, name: string): Promise<T> {
  const given = new AbortController();
  const ended = once(child, 'exit', { signal: given.signal }).then(() => {
    throw new Error(`${name} ended; its words lie in node_modules/.cache/bench-words/${name}.log`);
  });
  try {
    const [words] = (await Promise.race([once(child, 'message', { signal: given.signal }), ended])) as [T];
    return words;
  } finally {
    given.abort();
    ended.catch(() => {});
  }
}
