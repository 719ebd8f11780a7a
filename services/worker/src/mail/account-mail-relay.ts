import { hasLinkRunOut } from '@guichet/database/account/auth-links';
import { type AccountMailKind, type MailLocale, openToken } from '@guichet/database/account/auth-mail';
import { systemHat } from '@guichet/database/session/hat';
import { type Binding, inWork, type Work } from '@guichet/database/session/work';
import type { Pool } from 'pg';
import { type Leaving, noteLeaving, noteNotTaken, noteTaken, replyCodeOf } from '../bounce/delivery-record.ts';
import { newReturnPath } from '../bounce/return-path.ts';
import { accountMail } from './account-mail.ts';
import { TakenOver } from './last-moment.ts';
import type { Mailer } from './mailer.ts';

/** Where the relay writes what an operator should know: ids and codes, never an address. */
export interface RelayLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface AccountMailRelay {
  /** As `auth_svc`. */
  readonly pool: Pool;
  readonly mailer: Mailer;
  readonly secret: string;
  /** GUICHET_URL: the only origin links lead to. */
  readonly baseUrl: string;
  readonly log: RelayLog;
  /** Where what becomes of each mail is noted, and below which address return paths are made; absent, nothing is noted. */
  readonly deliveries?: { readonly binding: Binding; readonly bounceAddress: string | null };
  /** After so many a mail is given up, and the next to the same person goes. */
  readonly tries?: number;
}

interface Claimed {
  readonly id: string;
  readonly recipient: string;
  readonly kind: AccountMailKind;
  readonly locale: MailLocale;
  readonly token: Buffer | null;
  readonly tries: number;
  /** Seconds since it was asked for. */
  readonly age: number;
  /** When it was asked for, in milliseconds since 1970. */
  readonly askedAt: number;
}

/**
 * Takes the oldest waiting mail of somebody for a minute, longer than any sending lasts, so that no transaction stands open meanwhile.
 * Order is kept per recipient: a mail waits for the ones before it, and only for those of the same person.
 */
const claim = `update auth.mail set tries = tries + 1, next_try_at = auth.clock() + interval '1 minute' where id = (
    select m.id from auth.mail m where m.sent_at is null and m.dead_at is null and m.next_try_at <= auth.clock() and not exists (
      select from auth.mail e where e.recipient = m.recipient and e.number < m.number and e.sent_at is null and e.dead_at is null)
    order by m.next_try_at, m.number limit 1 for update skip locked)
  returning id, recipient, kind, locale, sealed_token as token, tries,
    extract(epoch from auth.clock() - created_at)::float8 as age, floor(extract(epoch from created_at) * 1000)::float8 as "askedAt"`;

// Asked at the last moment: one that was stopped for longer than its minute sends nothing another has taken since.
const holdOn = `update auth.mail set next_try_at = auth.clock() + interval '1 minute'
  where id = $1 and tries = $2 and sent_at is null and dead_at is null`;

// Fenced by the number of tries: a relay that took too long marks nothing another has taken since.
const markSent = `update auth.mail set sent_at = auth.clock(), sealed_token = null, last_error = null where id = $1 and tries = $2`;
const markFailed = `update auth.mail set last_error = $3, next_try_at = auth.clock() + make_interval(secs => $4),
  dead_at = case when $5 then auth.clock() end, sealed_token = case when $5 then null else sealed_token end where id = $1 and tries = $2`;

/** Sends the next waiting mail, if any. At least once: a mail sent and not marked goes again under the same message id. */
export async function sendAccountMail(relay: AccountMailRelay): Promise<'SENT' | 'FAILED' | 'IDLE'> {
  const { rows } = await relay.pool.query<Claimed>(claim);
  const [mail] = rows;
  if (!mail) return 'IDLE';
  const path = relay.deliveries?.bounceAddress ? newReturnPath(relay.deliveries.bounceAddress) : null;
  const leaving = leavingOf(mail, path?.digest ?? null);
  let replyCode: number | null;
  try {
    await note(relay, (work) => noteLeaving(work, leaving));
    const isLate = hasLinkRunOut(mail.kind, mail.age);
    const at = Temporal.Instant.fromEpochMilliseconds(mail.askedAt);
    const written = accountMail({ ...mail, at, isLate, token: isLate ? null : tokenOf(relay, mail) }, relay.baseUrl);
    replyCode = await relay.mailer.send({ ...written, returnPath: path?.address ?? null }, () => isStillHeld(relay, mail));
  } catch (error) {
    if (error instanceof TakenOver) return tellTakenOver(relay, mail);
    await noteFailure(relay, mail, error);
    return 'FAILED';
  }
  await relay.pool.query({ text: markSent, values: [mail.id, mail.tries] });
  await note(relay, (work) => noteTaken(work, leaving, replyCode));
  return 'SENT';
}

const isStillHeld = async ({ pool }: AccountMailRelay, { id, tries }: Claimed) =>
  (await pool.query({ text: holdOn, values: [id, tries] })).rowCount === 1;

function tellTakenOver({ log }: AccountMailRelay, { id, tries }: Claimed): 'FAILED' {
  log.warn({ event: 'account-mail', id, tries }, 'an account mail was taken over by another relay');
  return 'FAILED';
}

const leavingOf = ({ id, kind, tries }: Claimed, returnDigest: Buffer | null): Leaving => ({
  id,
  source: 'ACCOUNT',
  kind,
  recipientId: null,
  tries,
  returnDigest,
});

/** Under the relay's role in `app`: the accounts' login knows nothing of it. */
async function note({ deliveries }: AccountMailRelay, act: (work: Work) => Promise<void>) {
  if (deliveries) await inWork(deliveries.binding, systemHat('app_relay'), act);
}

const tokenOf = ({ secret }: AccountMailRelay, mail: Claimed) =>
  mail.token === null ? null : openToken(secret, mail.token, mail);

/** From five seconds to an hour apart: 5 s, 20 s, 80 s, 320 s, 1,280 s, 3,600 s … */
const secondsAfter = (tries: number) => Math.min(5 * 4 ** (tries - 1), 3600);

async function noteFailure(relay: AccountMailRelay, mail: Claimed, error: unknown) {
  const isDead = mail.tries >= (relay.tries ?? 10);
  const cause = codeOf(error);
  await relay.pool.query({ text: markFailed, values: [mail.id, mail.tries, cause, secondsAfter(mail.tries), isDead] });
  const why = { cause, replyCode: replyCodeOf(error), isGivenUp: isDead };
  await note(relay, (work) => noteNotTaken(work, leavingOf(mail, null), why));
  const fields = { event: 'account-mail', id: mail.id, tries: mail.tries, cause };
  if (isDead) relay.log.error(fields, 'an account mail was given up');
  else relay.log.warn(fields, 'an account mail was not sent');
}

/** Codes only: an SMTP server's words repeat the address. */
function codeOf(error: unknown): string {
  const { code, responseCode, name } = error as { code?: unknown; responseCode?: unknown; name?: unknown };
  return (
    [code ?? name, responseCode]
      .filter((part) => typeof part === 'string' || typeof part === 'number')
      .join(' ')
      .slice(0, 60) || 'unknown'
  );
}
