import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { secret } from '../world/server.ts';

const root = join(import.meta.dirname, '../..');

/** What it needs of the machine. */
export interface Needs {
  /** Its size, rubbish collected. */
  readonly megabytes: number;
  /** Processor time since it started. */
  readonly milliseconds: number;
}

/** A gateway that serves elsewhere, in production mode. */
export interface GatewayProcess {
  readonly port: number;
  needs(): Promise<Needs>;
  isAlive(): boolean;
  stop(): Promise<void>;
}

/** Starts the gateway on a database, at a public address, as a process of its own. */
export async function startGatewayProcess(databaseUrl: string, url: string): Promise<GatewayProcess> {
  const child = fork(join(import.meta.dirname, 'served-gateway.ts'), [], {
    cwd: root,
    execArgv: ['--expose-gc', '--conditions=@guichet/source', '--import', './dev-register.mjs'],
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: 'node_modules/.cache/compile',
      GUICHET_ABUSE_DATABASE: databaseUrl,
      GUICHET_ABUSE_SECRET: secret,
      GUICHET_ABUSE_URL: url,
    },
  });
  const { port = 0 } = await told(child);
  const ended = once(child, 'exit');
  return {
    port,
    needs: async () => {
      child.send('needs');
      const { megabytes = 0, milliseconds = 0 } = await told(child);
      return { megabytes, milliseconds };
    },
    isAlive: () => child.exitCode === null && child.signalCode === null,
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}

interface Words extends Partial<Needs> {
  readonly port?: number;
}

/** The next thing it tells; it tells nothing more when it ended. */
async function told(child: ChildProcess): Promise<Words> {
  const given = new AbortController();
  const ended = once(child, 'exit', { signal: given.signal }).then(() => {
    throw new Error('The gateway ended');
  });
  try {
    const [words] = (await Promise.race([once(child, 'message', { signal: given.signal }), ended])) as [Words];
    return words;
  } finally {
    given.abort();
    ended.catch(() => {});
  }
}
