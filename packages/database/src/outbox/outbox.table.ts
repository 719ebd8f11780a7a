import { allow, type Role } from '../walls/allow.ts';
import { defineEntity, instant, instantOrNull, p, randomId, textOrNull, walled } from '../walls/define-table.ts';
import { anyone, me } from '../walls/rows.ts';

const actors: readonly Role[] = ['app_candidate', 'app_school', 'app_key', 'app_reviewer', 'app_platform'];

const outbox = defineEntity({
  name: 'Outbox',
  ...walled('outbox', [
    allow('I', [...actors, 'app_effect'], `principal_id = ${me}`),
    allow('S', ['app_relay'], anyone),
    allow('U', ['app_relay'], anyone, ['sent_at', 'dead_at', 'next_try_at', 'tries', 'last_error', 'sealed_link']),
    // How much waits and since when; not what, nor for whom.
    allow('S', ['app_platform'], anyone, ['at', 'sent_at', 'dead_at']),
    allow('S', ['app_jobs'], anyone, ['id', 'sent_at']),
    allow('D', ['app_jobs'], `${anyone} and sent_at is not null`),
  ]),
  properties: {
    id: randomId().primary(),
    principalId: p.uuid(),
    kind: p.text(),
    /**
     * The account the mail goes to, whose address is read under that person's own role when the mail is written; or the invitation,
     * which bears the address of somebody who may have no account.
     */
    recipientId: p.uuid(),
    /** Ids only. */
    payload: p.json(),
    /** The token of a link of one use, encrypted with a key outside the database; erased once sent or given up. */
    sealedLink: p.blob().strictNullable(),
    at: instant(),
    nextTryAt: instant(),
    sentAt: instantOrNull(),
    deadAt: instantOrNull(),
    tries: p.integer().default(0),
    lastError: textOrNull(),
  },
  indexes: [
    {
      name: 'outbox_waiting',
      expression: 'create index outbox_waiting on app.outbox (next_try_at) where sent_at is null and dead_at is null',
    },
  ],
  checks: [{ name: 'outbox_link_is_erased', expression: 'sealed_link is null or (sent_at is null and dead_at is null)' }],
});
/** What is to be told after the transaction: written with it, sent by the worker, never from a request. */
export class Outbox extends outbox.class {}
outbox.setClass(Outbox);

// A submission is answered the same for as long as its campaign is there.
const forgettable = `${anyone} and operation <> 'submitApplication'`;
const idempotency = defineEntity({
  name: 'Idempotency',
  ...walled('idempotency', [
    allow('SIU', [...actors, 'app_person'], `principal_id = ${me}`),
    // Which keys are old enough to be forgotten; not what was asked under them, nor what came of it.
    allow('S', ['app_jobs'], forgettable, ['principal_id', 'hat', 'key', 'at']),
    allow('D', ['app_jobs'], forgettable),
  ]),
  properties: {
    principalId: p.uuid().primary(),
    hat: p.text().primary(),
    key: p.text().primary(),
    operation: p.text(),
    inputDigest: p.text(),
    /** Ids of the outcome; its fields are read anew, authorised anew. */
    outcome: p.json<Readonly<Record<string, string>> | null>().strictNullable(),
    at: instant(),
  },
});
/** A key a client may repeat: the same act is done once and answered the same (idempotence). */
export class Idempotency extends idempotency.class {}
idempotency.setClass(Idempotency);
