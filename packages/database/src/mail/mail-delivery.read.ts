import type { DeliveryState } from '@guichet/domain/mail/delivery';
import { triesOfAsking } from '@guichet/domain/mail/tries';
import { type Kysely, sql } from 'kysely';

/** What became of one mail, as the consortium reads it: without its address. */
export interface MailDeliveryRow {
  readonly id: string;
  readonly kind: string;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly replyCode: number | null;
  readonly status: string | null;
  readonly cause: string | null;
  readonly at: Temporal.Instant;
  readonly sentAt: Temporal.Instant | null;
  readonly stateAt: Temporal.Instant;
  readonly isRetryAsked: boolean;
  /** Sort key, at the database's full precision. */
  readonly key: string;
}

type Stored = Omit<MailDeliveryRow, 'at' | 'sentAt' | 'stateAt'> & { readonly sentAt: string | null; readonly stateAt: string };

export type WhichMails =
  | { readonly ids: readonly string[] }
  | {
      /** Null: all. */
      readonly states: readonly DeliveryState[] | null;
      readonly after: { readonly key: string | null; readonly id: string } | null;
      readonly limit: number;
    };

/** Mails by id, or a page of them, newest first. */
export async function readMailDeliveries(db: Kysely<unknown>, which: WhichMails): Promise<MailDeliveryRow[]> {
  const { rows } = await sql<Stored>`
    select d.id, d.kind, d.state, d.tries % ${triesOfAsking}::int as tries, d.reply_code as "replyCode", d.status, d.cause,
      d.at::text as key, d.sent_at::text as "sentAt",
      d.state_at::text as "stateAt", d.retry_asked_at is not null as "isRetryAsked"
    from app.mail_delivery d ${selection(which)}`.execute(db);
  return rows.map((row) => ({
    ...row,
    at: Temporal.Instant.from(row.key),
    sentAt: row.sentAt === null ? null : Temporal.Instant.from(row.sentAt),
    stateAt: Temporal.Instant.from(row.stateAt),
  }));
}

function selection(which: WhichMails) {
  if ('ids' in which) return sql`where d.id = any(${which.ids}::uuid[])`;
  const { states, after, limit } = which;
  const conditions = [
    ...(states === null ? [] : [sql`d.state = any(${states}::text[])`]),
    ...(after === null ? [] : [sql`(d.at, d.id) < (${after.key}::timestamptz, ${after.id}::uuid)`]),
  ];
  const where = conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
  return sql`${where} order by d.at desc, d.id desc limit ${limit}`;
}

/** Whether the last mail to an account came back, as its person reads it. */
export async function readHasReturnedMail(db: Kysely<unknown>, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ isReturned: boolean }>`
    select d.state = 'BOUNCED' as "isReturned" from app.mail_delivery d where d.recipient_id = ${accountId}
    order by d.state_at desc limit 1`.execute(db);
  return rows[0]?.isReturned ?? false;
}
