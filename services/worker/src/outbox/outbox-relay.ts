import { systemHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { triesSinceAsked } from '@guichet/domain/mail/tries';
import { sql } from 'kysely';
import { type Leaving, noteLeaving, noteNotTaken, noteTaken, replyCodeOf } from '../bounce/delivery-record.ts';
import { newReturnPath } from '../bounce/return-path.ts';
import { causeOf } from '../clock/every.ts';
import { TakenOver } from '../mail/last-moment.ts';
import type { Mailer } from '../mail/mailer.ts';
import { mailFor, type Told } from './mail-for.ts';
import { isHopeless } from './not-writable.ts';

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
  /** GUICHET_BOUNCE_ADDRESS: return paths of mails are made below it; absent or null, no report is asked for. */
  readonly bounceAddress?: string | null;
  /** After so many a mail is given up, and the next to the same person goes. */
  readonly tries?: number;
}

interface Claimed extends Told {
  readonly tries: number;
}

/** A mail in hand: what is to be told, what is noted of it, and where a report would come to. */
interface InHand {
  readonly told: Claimed;
  readonly leaving: Leaving;
  readonly returnPath: string | null;
}

const asRelay = systemHat('app_relay');

/** Sends the next waiting mail and says how many it tried. At least once: sent and not marked, it goes again under the same message id. */
export async function relayOutbox(relay: OutboxRelay): Promise<number> {
  const mail = await claimed(relay);
  if (!mail) return 0;
  const { told, leaving, returnPath } = mail;
  let replyCode: number | null;
  try {
    const written = await mailFor(relay.binding, told, relay.url);
    replyCode = await relay.mailer.send({ ...written, returnPath }, () => isStillHeld(relay, told));
  } catch (error) {
    if (error instanceof TakenOver) tellTakenOver(relay, told);
    else await noteFailure(relay, mail, error);
    return 1;
  }
  await inWork(relay.binding, asRelay, async (work) => {
    // Fenced by the number of tries: a relay that took too long marks nothing another has taken since.
    await sql`update app.outbox set sent_at = ${work.asOf.toString()}, last_error = null, sealed_link = null
      where id = ${told.id} and tries = ${told.tries}`.execute(work.db);
    await noteTaken(work, leaving, replyCode);
  });
  return 1;
}

/**
 * Takes the oldest waiting mail of somebody for a minute, longer than any sending lasts, so that no transaction stands open meanwhile.
 * Order is kept per recipient: a mail waits for the ones before it, and only for those of the same person.
 */
async function claimed({ binding, bounceAddress }: OutboxRelay): Promise<InHand | null> {
  return inWork(binding, asRelay, async (work) => {
    const { db, asOf } = work;
    const { rows } = await sql<Claimed>`
      update app.outbox set tries = tries + 1, next_try_at = ${asOf.add({ minutes: 1 }).toString()} where id = (
        select o.id from app.outbox o where o.sent_at is null and o.dead_at is null and o.next_try_at <= ${asOf.toString()}
          and not exists (select from app.outbox e where e.recipient_id = o.recipient_id and (e.at, e.id) < (o.at, o.id)
            and e.sent_at is null and e.dead_at is null)
        order by o.next_try_at, o.id limit 1 for update skip locked)
      returning id, kind, recipient_id as "recipientId", payload, sealed_link as "sealedLink", tries`.execute(db);
    const [told] = rows;
    if (!told) return null;
    const path = bounceAddress ? newReturnPath(bounceAddress) : null;
    const { id, kind, recipientId, tries } = told;
    const leaving = { id, source: 'OUTBOX' as const, kind, recipientId, tries, returnDigest: path?.digest ?? null };
    await noteLeaving(work, leaving);
    return { told, leaving, returnPath: path?.address ?? null };
  });
}

/** A relay that was stopped for longer than its minute wakes to what another took over; one that holds it still has a minute more. */
async function isStillHeld({ binding }: OutboxRelay, { id, tries }: Claimed): Promise<boolean> {
  const { numAffectedRows } = await inWork(binding, asRelay, ({ db, asOf }) =>
    sql`update app.outbox set next_try_at = ${asOf.add({ minutes: 1 }).toString()}
      where id = ${id} and tries = ${tries} and sent_at is null and dead_at is null`.execute(db),
  );
  return numAffectedRows === 1n;
}

const tellTakenOver = ({ log }: OutboxRelay, { id, tries }: Claimed) =>
  log.warn({ event: 'outbox', id, tries }, 'a mail was taken over by another relay');

/** From five seconds to an hour apart: 5 s, 20 s, 80 s, 320 s, 1,280 s, 3,600 s … */
const secondsAfter = (tries: number) => Math.min(5 * 4 ** (tries - 1), 3600);

async function noteFailure({ binding, log, tries = 10 }: OutboxRelay, { told, leaving }: InHand, error: unknown) {
  const tried = triesSinceAsked(told.tries);
  const isDead = tried >= tries || isHopeless(error);
  const cause = causeOf(error);
  await inWork(binding, asRelay, async (work) => {
    const { db, asOf } = work;
    await sql`update app.outbox set last_error = ${cause}, next_try_at = ${asOf.add({ seconds: secondsAfter(tried) }).toString()},
        dead_at = ${isDead ? asOf.toString() : null}, sealed_link = ${isDead ? null : told.sealedLink}
      where id = ${told.id} and tries = ${told.tries}`.execute(db);
    await noteNotTaken(work, leaving, { cause, replyCode: replyCodeOf(error), isGivenUp: isDead });
  });
  const fields = { event: 'outbox', id: told.id, tries: tried, cause };
  if (isDead) log.error(fields, 'a mail was given up');
  else log.warn(fields, 'a mail was not sent');
}
