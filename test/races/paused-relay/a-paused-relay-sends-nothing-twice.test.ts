import { writeAccountMail } from '@guichet/database/account/auth-mail';
import { loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { sendAccountMail } from '@guichet/worker/mail/account-mail-relay';
import { createMailer } from '@guichet/worker/mail/mailer';
import { type OutboxRelay, relayOutbox } from '@guichet/worker/outbox/outbox-relay';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client, Pool } from 'pg';
import { plantedSnapshot } from '../../worker/planted-snapshot.ts';
import { secret } from '../../world/server.ts';
import { aWorld, type World } from '../../world/world.ts';
import { type StartedRelay, startRelay } from './started-relay.ts';
import { startWaitingMailServer, type WaitingMailServer } from './waiting-mail-server.ts';

const from = 'Guichet <no-reply@guichet.test>';
const log = { warn: () => {}, error: () => {} };

let world: World;
let server: WaitingMailServer;
let people = 0;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  server = await startWaitingMailServer();
});
afterEach(() => server.stop());

/** A receipt that waits to be sent, and its id. */
async function waitingReceipt(): Promise<string> {
  people += 1;
  const { accountId, snapshotId } = await plantedSnapshot(world, `${'ABCDEFGH'.charAt(people)}lice`);
  const id = crypto.randomUUID();
  await world.sql(
    `insert into app.outbox (id, principal_id, kind, recipient_id, payload, at, next_try_at)
     values ($1, $2, 'APPLICATION_RECEIPT', $2, $3, app.clock(), app.clock())`,
    [id, accountId, JSON.stringify({ snapshotId })],
  );
  return id;
}

/** The other relay: in this process, never stopped. Says how many mails it tried. */
async function sentByAnother(): Promise<number> {
  const orm = await createOrm({ url: loginUrl(world.ownerUrl, 'app_work', secret), connections: 2 });
  const mailer = createMailer({ smtpUrl: server.smtpUrl, from });
  const relay: OutboxRelay = { binding: { ...world.gateway.binding, orm }, mailer, url: 'http://guichet.test', log };
  try {
    return await relayOutbox(relay);
  } finally {
    mailer.close();
    await orm.close();
  }
}

const rowOf = async (id: string) =>
  (await world.sql('select sent_at is not null as sent, tries, last_error from app.outbox where id = $1', [id]))[0];

describe('a relay stopped by the system while it holds a mail, and woken after another took that mail over', () => {
  let relay: StartedRelay;
  beforeEach(async () => {
    relay = await startRelay(world.ownerUrl, server.smtpUrl);
  });
  afterEach(() => relay.stop());

  test('H-07 sends nothing when it was stopped while it wrote the mail', async () => {
    const id = await waitingReceipt();
    const holder = new Client({ connectionString: world.administratorUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query('lock table app.person in access exclusive mode');
    const done = relay.next();
    const isWriting = `select from pg_locks where relation = 'app.person'::regclass and not granted`;
    while ((await holder.query(isWriting)).rowCount === 0) await holder.query('select pg_sleep(0.005)');
    await relay.sleep();
    await holder.query('rollback');
    await holder.end();
    await world.later({ minutes: 2 });
    expect(await sentByAnother()).toBe(1);
    relay.wake();
    expect(await done).toEqual({ tried: 1, said: ['a mail was taken over by another relay'] });
    expect(server.taken).toEqual([id]);
    expect(await rowOf(id)).toEqual({ sent: true, tries: 2, last_error: null });
  });

  test('H-07 sends nothing when it was stopped before the server said that it waits for the words', async () => {
    const id = await waitingReceipt();
    const waits = server.hold();
    const done = relay.next();
    await waits;
    await relay.sleep();
    server.letGo();
    await world.later({ minutes: 2 });
    expect(await sentByAnother()).toBe(1);
    relay.wake();
    expect((await done).said).toEqual(['a mail was taken over by another relay']);
    expect(server.taken).toEqual([id]);
    expect(await rowOf(id)).toEqual({ sent: true, tries: 2, last_error: null });
  });

  test('H-07 sends the next mail as if nothing had been', async () => {
    const first = await waitingReceipt();
    const waits = server.hold();
    const done = relay.next();
    await waits;
    await world.later({ minutes: 2 });
    server.letGo();
    expect(await done).toEqual({ tried: 1, said: [] }); // late, and still its own: nobody took it over
    const second = await waitingReceipt();
    await relay.next();
    expect(server.taken).toEqual([first, second]);
  });
});

test('H-07 a relay of account mail that was kept waiting while another took its mail over hands nothing over', async () => {
  const pool = new Pool({ connectionString: loginUrl(world.ownerUrl, 'auth_svc', secret), max: 3 });
  const mailers = [createMailer({ smtpUrl: server.smtpUrl, from }), createMailer({ smtpUrl: server.smtpUrl, from })];
  const [slow, other] = mailers.map((mailer) => ({ pool, mailer, secret, baseUrl: 'http://guichet.test', log }));
  if (!slow || !other) throw new Error('Two relays');
  const id = await writeAccountMail(pool, secret, { recipient: 'a@example.fr', kind: 'RESET', locale: 'fr', token: 'the-token' });
  const waits = server.hold();
  const answer = sendAccountMail(slow);
  await waits;
  await world.later({ minutes: 2 });
  expect(await sendAccountMail(other)).toBe('SENT');
  server.letGo();
  expect(await answer).toBe('FAILED');
  expect(server.taken).toEqual([id]);
  expect(await world.sql('select sent_at is not null as sent, last_error from auth.mail')).toEqual([
    { sent: true, last_error: null },
  ]);
  for (const mailer of mailers) mailer.close();
  await pool.end();
});
