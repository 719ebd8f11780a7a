import type { Client } from 'pg';

/** What a restore took away because the back-up cannot vouch for it, in numbers. */
export interface Fenced {
  readonly sessions: number;
  /** Links of one use: resets, confirmations, changes of address. */
  readonly links: number;
  readonly invitations: number;
  readonly keys: number;
  readonly openings: number;
  /** Waiting mails that may have been sent after the restored instant. */
  readonly mails: number;
  readonly accountMails: number;
}

const walled = ['outbox', 'mail_delivery', 'api_key', 'invitation', 'consortium_invitation', 'break_glass'];

/** The class a held mail bears as its cause, for the consortium to read. */
const heldCause = 'RESTORED';

/**
 * After a restore the rows say what was true at an earlier instant. Sessions ended since would be open again, keys revoked since would
 * open again, links used since would be unused, and mails sent since would wait: none of these is believed. In one transaction, by the
 * owner or the administrator, before anybody is let in; done twice it does nothing more.
 */
export async function fence(client: Client): Promise<Fenced> {
  await client.query('begin; set local statement_timeout = 0');
  try {
    await onEach(client, (table) => `alter table ${table} no force row level security, disable trigger user`);
    const fenced: Fenced = {
      sessions: await count(client, 'delete from auth.session'),
      links: (await count(client, 'delete from auth.verification')) + (await count(client, 'delete from auth.address_change')),
      invitations:
        (await count(client, ended('app.invitation', 'accepted_at is null'))) +
        (await count(client, ended('app.consortium_invitation', 'accepted_at is null'))),
      keys: await count(client, 'update app.api_key set revoked_at = now(), version = version + 1 where revoked_at is null'),
      openings: await count(client, ended('app.break_glass', 'ends_at > now()')),
      mails: await holdOutbox(client),
      accountMails: await count(client, heldAccountMail),
    };
    await onEach(client, (table) => `alter table ${table} force row level security, enable trigger user`);
    await client.query('commit');
    return fenced;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

const ended = (table: string, condition: string) =>
  `update ${table} set ended_at = now() where ended_at is null and ${condition}`;

const waiting = 'sent_at is null and dead_at is null';
const heldAccountMail = `update auth.mail set dead_at = now(), sealed_token = null, last_error = '${heldCause}' where ${waiting}`;

/** Given up, not sent: the consortium sees each with its cause, and has it tried again where it knows that it never left. */
async function holdOutbox(client: Client): Promise<number> {
  await client.query(
    `insert into app.mail_delivery (id, source, kind, recipient_id, state, tries, cause, at, state_at)
     select id, 'OUTBOX', kind, recipient_id, 'GIVEN_UP', tries, '${heldCause}', at, now() from app.outbox where ${waiting}
     on conflict (id) do update set state = 'GIVEN_UP', cause = excluded.cause, state_at = excluded.state_at, retry_asked_at = null`,
  );
  return count(client, `update app.outbox set dead_at = now(), sealed_link = null, last_error = '${heldCause}' where ${waiting}`);
}

/** FORCE binds the owner too, and effects refuse it. */
async function onEach(client: Client, statement: (table: string) => string): Promise<void> {
  await client.query(walled.map((table) => statement(`app.${table}`)).join('; '));
}

async function count(client: Client, statement: string): Promise<number> {
  return (await client.query(statement)).rowCount ?? 0;
}
