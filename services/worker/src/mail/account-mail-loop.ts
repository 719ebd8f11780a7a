import { setTimeout as pause } from 'node:timers/promises';
import { type AccountMailRelay, sendAccountMail } from './account-mail-relay.ts';

/** A relay that runs until it is stopped; stopping lets the mail in hand go. */
export interface RunningRelay {
  stop(): Promise<void>;
}

/** Looks for waiting account mail every `everyMs`, and goes on at once while there is some. */
export function startAccountMailRelay(relay: AccountMailRelay, everyMs = 500): RunningRelay {
  const stopping = new AbortController();
  const running = run(relay, everyMs, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function run(relay: AccountMailRelay, everyMs: number, signal: AbortSignal) {
  while (!signal.aborted) {
    const outcome = await oneMail(relay);
    if (outcome === 'IDLE') await pause(everyMs, undefined, { signal }).catch(() => {});
  }
}

/** A database that does not answer is waited for, not died of. */
async function oneMail(relay: AccountMailRelay): Promise<'SENT' | 'FAILED' | 'IDLE'> {
  try {
    return await sendAccountMail(relay);
  } catch (error) {
    relay.log.error({ event: 'account-mail', cause: error instanceof Error ? error.name : 'unknown' }, 'the relay could not run');
    return 'IDLE';
  }
}
