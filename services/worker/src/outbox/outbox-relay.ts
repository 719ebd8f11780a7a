import { systemHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { causeOf } from '../clock/every.ts';
import type { Mailer } from '../mail/mailer.ts';
import { mailFor, type Told } from './mail-for.ts';

/** Where the relay writes what an operator should know: ids and codes, never an address. */
export interface RelayLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface OutboxRelay {
  /** As `app_work`, which may become the relay and, to write a mail, its recipient. */
  readonly binding: Binding;
  readonly mailer: Mailer;
  /** GUICHET_URL: the only origin links lead to. */
  readonly url: string;
  readonly log: RelayLog;
  /** After so many a mail is given up, and the next to the same person goes. */
  readonly tries?: number;
}

interface Claimed extends Told {
  readonly tries: number;
}

const asRelay = systemHat('app_relay');

/** Sends the next waiting mail and says how many it tried. At least once: sent and not marked, it goes again under the same message id. */
export async function relayOutbox(relay: OutboxRelay): Promise<number> {
  const told = await claimed(relay.binding);
  if (!told) return 0;
  try {
    await relay.mailer.send(await mailFor(relay.binding, told, relay.url));
  } catch (error) {
    await noteFailure(relay, told, error);
    return 1;
  }
  await inWork(relay.binding, asRelay, ({ db, asOf }) =>
    // Fenced by the number of tries: a relay that took too long marks nothing another has taken since.
    sql`update app.outbox set sent_at = ${asOf.toString()}, last_error = null where id = ${told.id} and tries = ${told.tries}`.execute(
      db,
    ),
  );
  return 1;
}

/**
 * Takes the oldest waiting mail of somebody for a minute, longer than any sending lasts, so that no transaction stands open meanwhile.
 * Order is kept per recipient: a mail waits for the ones before it, and only for those of the same person.
 */
async function claimed(binding: Binding): Promise<Claimed | null> {
  const { rows } = await inWork(binding, asRelay, ({ db, asOf }) =>
    sql<Claimed>`
      update app.outbox set tries = tries + 1, next_try_at = ${asOf.add({ minutes: 1 }).toString()} where id = (
        select o.id from app.outbox o where o.sent_at is null and o.dead_at is null and o.next_try_at <= ${asOf.toString()}
          and not exists (select from app.outbox e where e.recipient_id = o.recipient_id and (e.at, e.id) < (o.at, o.id)
            and e.sent_at is null and e.dead_at is null)
        order by o.next_try_at, o.id limit 1 for update skip locked)
      returning id, kind, recipient_id as "recipientId", payload, tries`.execute(db),
  );
  return rows[0] ?? null;
}

/** From five seconds to an hour apart: 5 s, 20 s, 80 s, 320 s, 1,280 s, 3,600 s … */
const secondsAfter = (tries: number) => Math.min(5 * 4 ** (tries - 1), 3600);

async function noteFailure({ binding, log, tries = 10 }: OutboxRelay, told: Claimed, error: unknown) {
  const isDead = told.tries >= tries;
  const cause = causeOf(error);
  await inWork(binding, asRelay, ({ db, asOf }) =>
    sql`update app.outbox set last_error = ${cause}, next_try_at = ${asOf.add({ seconds: secondsAfter(told.tries) }).toString()},
        dead_at = ${isDead ? asOf.toString() : null}
      where id = ${told.id} and tries = ${told.tries}`.execute(db),
  );
  const fields = { event: 'outbox', id: told.id, tries: told.tries, cause };
  if (isDead) log.error(fields, 'a mail was given up');
  else log.warn(fields, 'a mail was not sent');
}
