import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../../', import.meta.url);

/** A command of the platform as a process of its own, as the terminal runs it. */
export interface Running {
  readonly child: ChildProcess;
  /** Everything written so far, both streams. */
  output(): string;
  /** Its exit status, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** What is set for a command: nothing of the one who runs the tests but the way to its programs. */
export function run(command: string, words: readonly string[], environment: Readonly<Record<string, string>>): Running {
  const program = ['--conditions=@guichet/source', '--import', './dev-register.mjs', `services/platform/src/${command}.ts`];
  const env = { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: 'node_modules/.cache/compile', ...environment };
  const child = spawn(process.execPath, [...program, ...words], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (written += chunk.toString()));
  const ended = once(child, 'close').then(([status, signal]) => (status ?? signal) as number | string);
  return { child, output: () => written, ended };
}

/** A platform that serves. */
export interface StartedPlatform extends Running {
  readonly url: string;
  readonly pid: number;
}

/** Starts the platform and waits for its one line; throws with its words when it ends instead. */
export async function startOn(data: string, environment: Readonly<Record<string, string>> = {}): Promise<StartedPlatform> {
  const started = run('start', [], { GUICHET_DATA: data, PORT: String(await freePort()), ...environment });
  const line = new Promise<string>((resolve) => {
    started.child.stdout?.on('data', () => {
      const [, url] = /^Guichet serves (\S+)$/m.exec(started.output()) ?? [];
      if (url !== undefined) resolve(url);
    });
  });
  const url = await Promise.race([line, started.ended.then(() => null)]);
  if (url === null) throw new Error(`The platform ended: ${started.output()}`);
  return { ...started, url, pid: started.child.pid ?? 0 };
}

/** A data folder that the embedded server's own account can enter. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-platform-'));
  chmodSync(folder, 0o755);
  return folder;
}

export function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const probe = createServer();
  probe.listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as AddressInfo;
    probe.close(() => resolve(port));
  });
  return promise;
}

/** Every process that descends from this one, however far. */
export function descendantsOf(pid: number): readonly number[] {
  const parents = new Map(processes().map((each) => [each, parentOf(each)]));
  const below = (of: number): number[] =>
    [...parents].filter(([, parent]) => parent === of).flatMap(([each]) => [each, ...below(each)]);
  return below(pid);
}

export const isAlive = (pid: number): boolean => parentOf(pid) !== null;

const processes = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** Null for a process that is gone, or dead and not yet collected. */
function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? null : Number(parent);
  } catch {
    return null;
  }
}
