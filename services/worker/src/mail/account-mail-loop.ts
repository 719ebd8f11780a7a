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
  let purgedAt = -Infinity;
  while (!signal.aborted) {
    const outcome = await oneMail(relay);
    if (outcome !== 'IDLE') continue;
    if (performance.now() - purgedAt > hourMs) {
      purgedAt = performance.now();
      await purge(relay);
    }
    await pause(everyMs, undefined, { signal }).catch(() => {});
  }
}

const hourMs = 60 * 60 * 1000;

/**
 * Addresses of mail that went, or was given up, are not kept for longer than somebody may ask about it: thirty days. Addresses whose link
 * ran out go at once, and what sessions were ended under after a day, when nobody asks again.
 */
async function purge({ pool, log }: AccountMailRelay) {
  try {
    await pool.query(`delete from auth.mail where coalesce(sent_at, dead_at) < auth.clock() - interval '30 days'`);
    await pool.query('delete from auth.address_change where expires_at < auth.clock()');
    await pool.query(`delete from auth.session_ending where at < auth.clock() - interval '1 day'`);
  } catch (error) {
    log.error(
      { event: 'account-mail', cause: error instanceof Error ? error.name : 'unknown' },
      'old account mail was not purged',
    );
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
