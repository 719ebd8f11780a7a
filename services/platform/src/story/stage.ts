import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DemoAccount, DemoKey } from '../demonstration/demo-accounts.ts';
import { readRunFile } from '../running/run-file.ts';
import type { Settings } from '../settings.ts';
import { Refused } from '../terminal/refused.ts';

/** The platform the story plays on. */
export interface Stage {
  readonly settings: Settings;
  readonly url: string;
  readonly accounts: readonly DemoAccount[];
  close(): Promise<void>;
}

/** The platform that runs on the data folder, or a fresh one in a temporary folder that goes with the story. */
export async function stageOf(settings: Settings): Promise<Stage> {
  if (settings.isProduction || settings.databaseUrl !== null)
    throw new Refused('The story plays on the demonstration alone: neither in production nor on DATABASE_URL.');
  const running = readRunFile(settings.dataFolder);
  if (!running) return freshStage(settings);
  console.log(`On the platform that runs at ${running.localUrl}.`);
  return { settings, url: running.localUrl, accounts: accountsIn(settings.dataFolder), close: async () => {} };
}

async function freshStage(settings: Settings): Promise<Stage> {
  console.log('On a fresh platform, started for the story and gone with it.');
  const dataFolder = mkdtempSync(join(tmpdir(), 'guichet-demo-'));
  chmodSync(dataFolder, 0o755); // the account that runs PostgreSQL must enter it
  const port = await freePort();
  const start = fileURLToPath(new URL(`../start${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url));
  const env = {
    ...process.env,
    GUICHET_DATA: dataFolder,
    PORT: String(port),
    HOST: '127.0.0.1',
    GUICHET_URL: '',
    SMTP_URL: '',
    GUICHET_SECRET: '',
  };
  const child = spawn(process.execPath, [...process.execArgv, start], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  // However the story ends, its platform does not outlive it.
  process.once('exit', () => child.kill('SIGTERM'));
  process.once('SIGTERM', () => process.exit(143));
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dataFolder, { recursive: true, force: true });
  };
  let written = '';
  const serves = new Promise<true>((resolve) => {
    child.stdout.on('data', (words: Buffer) => {
      written += words.toString();
      if (written.includes('Guichet serves')) resolve(true);
    });
  });
  if (!(await Promise.race([serves, ended.then(() => false)]))) throw new Refused(['The platform did not start.', written]);
  const own = { ...settings, dataFolder, port, secret: null };
  return { settings: own, url: `http://127.0.0.1:${port}`, accounts: accountsIn(dataFolder), close };
}

function accountsIn(dataFolder: string): readonly DemoAccount[] {
  try {
    const entries = JSON.parse(readFileSync(join(dataFolder, 'demo-accounts.json'), 'utf8')) as (DemoAccount | DemoKey)[];
    return entries.filter((entry) => entry.kind !== 'api-key');
  } catch {
    throw new Refused(`There are no demo accounts in ${dataFolder}: the story wants the demonstration loaded there.`);
  }
}

function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const probe = createServer();
  probe.listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as AddressInfo;
    probe.close(() => resolve(port));
  });
  return promise;
}
