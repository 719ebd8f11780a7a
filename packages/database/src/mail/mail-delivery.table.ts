import { deliveryStates } from '@guichet/domain/mail/delivery';
import { allow } from '../walls/allow.ts';
import { defineEntity, instant, instantOrNull, p, textOrNull, walled } from '../walls/define-table.ts';
import { anyone, me } from '../walls/rows.ts';

// Neither whom it went to nor what would let a report be forged.
const shown = [
  'id',
  'source',
  'kind',
  'state',
  'tries',
  'reply_code',
  'status',
  'cause',
  'at',
  'sent_at',
  'state_at',
  'retry_asked_at',
];

const table = defineEntity({
  name: 'MailDelivery',
  ...walled('mail_delivery', [
    allow('SIU', ['app_relay'], anyone),
    allow('S', ['app_platform'], anyone, shown),
    allow('U', ['app_platform'], anyone, ['retry_asked_at']),
    allow('S', ['app_person'], `recipient_id = ${me}`, ['recipient_id', 'state', 'state_at', 'sent_at']),
  ]),
  properties: {
    /** The mail's own id: an outbox row's, or an account mail's. */
    id: p.uuid().primary(),
    source: p.enum(['OUTBOX', 'ACCOUNT'] as const),
    kind: p.text(),
    /** The account it went to; null for account mail, which goes to an address. */
    recipientId: p.uuid().strictNullable().index(),
    state: p.enum(deliveryStates),
    /** SHA-256 of the token in the return path; null where no return path of its own was given. */
    returnDigest: p.blob().strictNullable().index(),
    tries: p.integer(),
    /** The last reply of the server it was handed to (RFC 5321). */
    replyCode: p.integer().strictNullable(),
    /** Of a report, as 5.1.1 (RFC 3463). */
    status: textOrNull(),
    /** Why it was not sent: a class and a code, never a server's words. */
    cause: textOrNull(),
    at: instant(),
    sentAt: instantOrNull(),
    stateAt: instant(),
    /** When the consortium asked for a given-up mail to be tried again; the relay does it. */
    retryAskedAt: instantOrNull(),
  },
  indexes: [{ properties: ['at', 'id'] }],
});
/** What became of one mail, without its address (remise). */
export class MailDelivery extends table.class {}
table.setClass(MailDelivery);
