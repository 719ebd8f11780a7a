import { systemHat } from '@guichet/database/session/hat';
import { type Binding, inWork, type Work } from '@guichet/database/session/work';
import { type DeliveryState, deliveryAfter } from '@guichet/domain/mail/delivery';
import type { DeliveryReport } from '@guichet/domain/mail/delivery-report';
import { sql } from 'kysely';

const asRelay = systemHat('app_relay');

/** One mail about to be handed over, without its address. */
export interface Leaving {
  readonly id: string;
  readonly source: 'OUTBOX' | 'ACCOUNT';
  readonly kind: string;
  readonly recipientId: string | null;
  readonly tries: number;
  readonly returnDigest: Buffer | null;
}

/**
 * Notes a mail before it is handed over, so that a report that comes back at once finds it. One that goes again although it was reported
 * as delivered stays so: its receiver drops what it has.
 */
export async function noteLeaving({ db, asOf }: Work, mail: Leaving): Promise<void> {
  await sql`
    insert into app.mail_delivery as d (id, source, kind, recipient_id, state, return_digest, tries, at, state_at)
    values (${mail.id}, ${mail.source}, ${mail.kind}, ${mail.recipientId}, 'WAITING', ${mail.returnDigest}, ${mail.tries}, ${asOf.toString()}, ${asOf.toString()})
    on conflict (id) do update set return_digest = excluded.return_digest, tries = excluded.tries, cause = null,
      state = case d.state when 'DELIVERED' then d.state else 'WAITING' end, status = case d.state when 'DELIVERED' then d.status end,
      state_at = case d.state when 'DELIVERED' then d.state_at else excluded.state_at end`.execute(db);
}

/** The server took it; a report that came first stands. */
export async function noteTaken(work: Work, leaving: Leaving, replyCode: number | null): Promise<void> {
  const { db, asOf } = work;
  const { id, tries } = leaving;
  await sql`
    update app.mail_delivery set state = case state when 'WAITING' then 'SENT' else state end, sent_at = ${asOf.toString()},
      state_at = ${asOf.toString()}, reply_code = ${replyCode}::int where id = ${id} and tries = ${tries}`.execute(db);
  await tellSchool(work, leaving);
}

/** An invitation is a school's: what became of its mail is told to that school alone. */
async function tellSchool({ db }: Work, { id, kind }: { readonly id: string; readonly kind: string }): Promise<void> {
  if (kind !== 'INVITATION') return;
  await sql`
    insert into app.invitation_delivery (school_id, invitation_id, state, state_at)
    select i.school_id, i.id, d.state, d.state_at from app.mail_delivery d join app.invitation i on i.id = d.recipient_id where d.id = ${id}
    on conflict (school_id, invitation_id) do update set state = excluded.state, state_at = excluded.state_at`.execute(db);
}

/** Why a mail did not leave, and whether it is tried again. */
export interface NotTaken {
  readonly cause: string;
  readonly replyCode: number | null;
  readonly isGivenUp: boolean;
}

/**
 * It was not taken; once given up it is the consortium's to look at. A report that came first stands: the server had it, and what was lost
 * is its answer.
 */
export async function noteNotTaken(work: Work, leaving: Leaving, why: NotTaken): Promise<void> {
  const { db, asOf } = work;
  const { id, tries } = leaving;
  await sql`
    update app.mail_delivery set state = ${why.isGivenUp ? 'GIVEN_UP' : 'WAITING'}, cause = ${why.cause}, reply_code = ${why.replyCode}::int,
      state_at = ${asOf.toString()} where id = ${id} and tries = ${tries} and state in ('WAITING', 'GIVEN_UP')`.execute(db);
  await tellSchool(work, leaving);
}

/** The code an SMTP server answered with, where one did. */
export function replyCodeOf(error: unknown): number | null {
  const { responseCode } = error as { responseCode?: unknown };
  return typeof responseCode === 'number' ? responseCode : null;
}

/** How long a report is waited for: servers give up after five days, and tell so within a few more. */
const reportDays = 30;

/** Whether a return path is one of ours that a report may still come to. */
export const isExpected = (binding: Binding, digest: Buffer): Promise<boolean> =>
  inWork(binding, asRelay, async (work) => (await expected(work, digest)) !== null);

/** Moves a mail by the report that came to its return path; false when the path is unknown or the report speaks of another mail. */
export async function noteReport(binding: Binding, digest: Buffer, report: DeliveryReport): Promise<boolean> {
  return inWork(binding, asRelay, async (work) => {
    const mail = await expected(work, digest);
    if (mail === null || (report.envelopeId !== null && report.envelopeId !== mail.id)) return false;
    const state = deliveryAfter(mail.state, report.action);
    if (state === mail.state) return true;
    await sql`update app.mail_delivery set state = ${state}, status = ${report.status}, state_at = ${work.asOf.toString()}
      where id = ${mail.id}`.execute(work.db);
    await tellSchool(work, mail);
    return true;
  });
}

interface Expected {
  readonly id: string;
  readonly kind: string;
  readonly state: DeliveryState;
}

async function expected({ db, asOf }: Work, digest: Buffer): Promise<Expected | null> {
  const { rows } = await sql<Expected>`
    select id, kind, state from app.mail_delivery where return_digest = ${digest} and state_at > ${asOf.subtract({ hours: 24 * reportDays }).toString()}
    for update`.execute(db);
  return rows[0] ?? null;
}
