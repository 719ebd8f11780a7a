import { loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import type { Binding } from '@guichet/database/session/work';
import { trailSealer } from '@guichet/worker/audit/seal-trail';
import type { Job } from '@guichet/worker/clock/every';
import { recorded } from '@guichet/worker/clock/recorded';
import { writeNextExport } from '@guichet/worker/export/write-export';
import { countAccountMail } from '@guichet/worker/mail/account-mail-gauge';
import type { OutgoingMail } from '@guichet/worker/mail/mailer';
import { relayOutbox } from '@guichet/worker/outbox/outbox-relay';
import { foldTotals } from '@guichet/worker/totals/fold-totals';
import { Pool } from 'pg';
import { secret } from '../../../world/server.ts';
import type { World } from '../../../world/world.ts';

const log = { warn: () => {}, error: () => {} };

/** Lets the worker do what waits, one job after another; the mails that left, as their readers got them. */
export async function workOfWorker(world: World): Promise<readonly OutgoingMail[]> {
  const orm = await createOrm({ url: loginUrl(world.ownerUrl, 'app_work', secret), connections: 2 });
  const pool = new Pool({ connectionString: loginUrl(world.ownerUrl, 'auth_svc', secret), max: 1 });
  try {
    const binding: Binding = { ...world.gateway.binding, orm };
    const { mails, jobs } = jobsOf(binding, pool);
    for (const job of jobs) {
      await untilNothingIsLeft(recorded(binding, job, log));
      await world.later({ seconds: 1 });
    }
    return mails;
  } finally {
    await Promise.all([orm.close(), pool.end()]);
  }
}

function jobsOf(binding: Binding, pool: Pool) {
  const mails: OutgoingMail[] = [];
  const send = async (mail: OutgoingMail) => {
    mails.push(mail);
    // The first is not taken, so that there is one to look at.
    if (mails.length === 1) throw Object.assign(new Error('refused'), { code: 'EENVELOPE', responseCode: 550 });
    return 250;
  };
  const relay = { binding, mailer: { send, close: () => {} }, url: 'http://guichet.test', log };
  const fails = async () => {
    throw new Error('planted');
  };
  const runs: Readonly<Record<string, () => Promise<number>>> = {
    outbox: () => relayOutbox(relay),
    exports: () => writeNextExport(binding, log),
    'fold-totals': () => foldTotals(binding),
    'seal-trail': trailSealer(binding),
    'account-mail': () => countAccountMail(pool, binding),
    'purge-runs': fails,
  };
  const jobs = Object.entries(runs).map(([name, run]): Job => ({ name, everyMs: 1, run }));
  return { mails, jobs };
}

/** Once more after the last, which ends the run that is recorded; one that fails is left. */
async function untilNothingIsLeft({ run }: Job): Promise<void> {
  try {
    while ((await run()) > 0);
  } catch {
    // Planted, and recorded as such.
  }
}
