import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../../platform/started-platform.ts';
import { root } from '../../walls/keep-report.ts';

/** The platform, gateway and worker, as a process of its own. */
export interface PlatformProcess {
  readonly port: number;
  readonly child: ChildProcess;
  /** Its exit status, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  isAlive(): boolean;
  /** What it wrote last. */
  words(): string;
}

export interface PlatformPlace {
  /** The tree whose platform runs: the project, or a copy that was broken. */
  readonly tree: string;
  readonly environment: Readonly<Record<string, string>>;
}

const kept = 20_000;

/** As `pnpm start` has it: with less, a start collects garbage for a third of its time. */
const room = ['--heap-growing-percent=45', '--min-semi-space-size=16', '--max-semi-space-size=16'];

/** Starts it as the terminal would, and waits until it serves; throws with its words when it ends instead. */
export async function startPlatform({ tree, environment }: PlatformPlace): Promise<PlatformProcess> {
  const port = await freePort();
  const program = [...room, '--conditions=@guichet/source', '--import', './dev-register.mjs', 'services/platform/src/start.ts'];
  const child = spawn(process.execPath, program, {
    cwd: tree,
    env: {
      PATH: process.env['PATH'] ?? '',
      // Of a copy too: what is installed is the same, and need not be compiled anew.
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compile'),
      PORT: String(port),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  const serves = Promise.withResolvers<boolean>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      written = (written + chunk.toString()).slice(-kept);
      if (written.includes('Guichet serves ')) serves.resolve(true);
    });
  const ended = once(child, 'close').then(([status, signal]) => (status ?? signal) as number | string);
  if (!(await Promise.race([serves.promise, ended.then(() => false)]))) throw new Error(`The platform ended: ${written}`);
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  return { port, child, ended, isAlive, words: () => written };
}
