import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Candidates, Planted } from '../tenancy/secrecy/planted-candidates.ts';
import { secret } from '../world/server.ts';
import type { Evening } from './evening.ts';

/** A platform that serves elsewhere. */
export interface PlatformProcess {
  readonly port: number;
  /** How far its own clock is ahead of this process', in minutes. */
  readonly minutesAhead: number;
  stop(): Promise<void>;
}

// Before all else, so that nothing took the true clock first.
const wrongClock = ['--import', './test/last-minute/wrong-clock.ts'];

/** Starts gateway and worker as a process of their own whose clock is ahead by so many minutes; below zero, behind. */
export async function platformOf({ five, catcher, candidates }: Evening, wrongBy: number): Promise<PlatformProcess> {
  const child = fork(join(import.meta.dirname, 'served-platform.ts'), [], {
    cwd: join(import.meta.dirname, '../..'),
    execArgv: [...wrongClock, '--conditions=@guichet/source', '--import', './dev-register.mjs'],
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: 'node_modules/.cache/compile',
      EVENING_DATABASE: five.world.ownerUrl,
      EVENING_SECRET: secret,
      EVENING_SMTP: catcher.smtpUrl,
      WRONG_BY_MINUTES: String(wrongBy),
    },
  });
  const [{ port, clock }] = (await once(child, 'message')) as [{ port: number; clock: number }];
  // oxlint-disable-next-line no-restricted-properties -- compared with the clock that was made wrong
  const minutesAhead = Math.round((clock - Temporal.Now.instant().epochMilliseconds) / 60_000);
  await warmed(port, candidates);
  const ended = once(child, 'exit');
  const stop = async () => {
    child.disconnect();
    await ended;
  };
  return { port, minutesAhead, stop };
}

/** As it stands before a deadline: it served all evening, and the connections it will need are open. */
async function warmed(port: number, { planted }: Candidates): Promise<void> {
  const body = JSON.stringify({ query: '{ me { id } account { hats { kind } } }' });
  const visit = async ({ cookie }: Planted) => {
    const headers = { cookie, origin: 'http://127.0.0.1:4000', 'content-type': 'application/json' };
    await (await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body })).arrayBuffer();
  };
  for (let visits = 0; visits < 3; visits += 1) await Promise.all(planted.slice(0, 20).map(visit));
}
