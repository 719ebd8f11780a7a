import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { secret } from '../../world/server.ts';

/** What a relay tells once it is done with a mail. */
export interface Told {
  readonly tried: number;
  readonly said: readonly string[];
}

/** A relay that can be stopped where it stands and woken. */
export interface StartedRelay {
  /** Takes the next mail; resolves when it is done with it, however long it was stopped meanwhile. */
  next(): Promise<Told>;
  sleep(): Promise<void>;
  wake(): void;
  stop(): Promise<void>;
}

/** Starts one beside this process, on the same database and mail server. */
export async function startRelay(databaseUrl: string, smtpUrl: string): Promise<StartedRelay> {
  const child = fork(join(import.meta.dirname, 'relay-process.ts'), [], {
    cwd: join(import.meta.dirname, '../../..'),
    execArgv: ['--conditions=@guichet/source', '--import', './dev-register.mjs'],
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: 'node_modules/.cache/compile',
      RELAY_DATABASE: databaseUrl,
      RELAY_SECRET: secret,
      RELAY_SMTP: smtpUrl,
    },
  });
  await told(child);
  return {
    next: () => {
      const answer = told(child);
      child.send('next');
      return answer;
    },
    sleep: () => asleep(child),
    wake: () => void child.kill('SIGCONT'),
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

const told = async (child: ChildProcess) => ((await once(child, 'message')) as [Told])[0];

/** A signal is sent, not obeyed, when `kill` returns: the system says when the process stands still. */
async function asleep(child: ChildProcess): Promise<void> {
  child.kill('SIGSTOP');
  while (!/^State:\s+T/m.test(readFileSync(`/proc/${child.pid}/status`, 'utf8'))) await pause(5);
}
