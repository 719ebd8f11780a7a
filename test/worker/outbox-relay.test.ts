import { randomUUID } from 'node:crypto';
import { loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import type { Binding } from '@guichet/database/session/work';
import type { Mailer, OutgoingMail } from '@guichet/worker/mail/mailer';
import { type OutboxRelay, relayOutbox } from '@guichet/worker/outbox/outbox-relay';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { secret } from '../world/server.ts';
import { aWorld, type World } from '../world/world.ts';
import { plantedSnapshot } from './planted-snapshot.ts';

let world: World;
let binding: Binding;
beforeAll(async () => {
  world = await aWorld();
  const orm = await createOrm({ url: loginUrl(world.ownerUrl, 'app_work', secret), connections: 4 });
  binding = { ...world.gateway.binding, orm };
});
afterAll(async () => {
  await binding.orm.close();
  await world.close();
});
beforeEach(() => world.sql('truncate app.outbox'));

/** A server that keeps what it takes, and does to a mail what it is told to. */
function sink(does: (mail: OutgoingMail) => void = () => {}) {
  const taken: OutgoingMail[] = [];
  const logged: string[] = [];
  const send = async (mail: OutgoingMail) => {
    taken.push(mail);
    does(mail);
    return 250;
  };
  const mailer: Mailer = { send, close: () => {} };
  const note = (fields: object, message: string) => void logged.push(`${JSON.stringify(fields)} ${message}`);
  const relay: OutboxRelay = { binding, mailer, url: 'http://guichet.test', log: { warn: note, error: note }, tries: 3 };
  return { taken, logged, relay };
}

const fails = () => {
  throw Object.assign(new Error('550 no such user claire@candidat.example'), { code: 'EENVELOPE', responseCode: 550 });
};

/** Runs a relay until nothing waits at this instant. */
async function drained(relay: OutboxRelay) {
  let mails = 0;
  while ((await relayOutbox(relay)) > 0) mails += 1;
  return mails;
}

async function waiting(recipientId: string, payload: object, more: { kind?: string; at?: string } = {}) {
  const id = randomUUID();
  const at = more.at ?? '2027-02-01T09:00:00Z';
  await world.sql(
    `insert into app.outbox (id, principal_id, kind, recipient_id, payload, at, next_try_at) values ($1, $2, $3, $2, $4, $5, $5)`,
    [id, recipientId, more.kind ?? 'APPLICATION_RECEIPT', JSON.stringify(payload), at],
  );
  return id;
}

describe('mail told with a submission', () => {
  test('E-12 is written from what its recipient alone may read, its text escaped, and bears the row’s id', async () => {
    const { accountId, snapshotId, email } = await plantedSnapshot(world, 'Claire');
    await world.sql(`update app.campaign set name_fr = 'ASTG3 <b>2027</b>'`);
    const id = await waiting(accountId, { snapshotId });
    const { relay, taken } = sink();
    expect(await drained(relay)).toBe(1);
    const [mail] = taken;
    expect(mail).toMatchObject({ id, to: email, subject: 'Votre dossier est déposé' });
    expect(mail?.text).toContain('ASTG3-27-CLAIR (ASTG3 <b>2027</b>)');
    expect(mail?.text).toContain('le lundi 1er février 2027 à 10\u00a0h\u00a000 (heure de Paris)');
    expect(mail?.html).toContain('ASTG3 &lt;b&gt;2027&lt;/b&gt;');
    const [row] = await world.sql('select sent_at is not null as sent, tries from app.outbox');
    expect(row).toEqual({ sent: true, tries: 1 });
  });

  test('about somebody else’s dossier is not written: the recipient may not read it', async () => {
    const claire = await plantedSnapshot(world, 'Claire Deux');
    const paul = await plantedSnapshot(world, 'Paul');
    await waiting(paul.accountId, { snapshotId: claire.snapshotId });
    const { relay, taken, logged } = sink();
    await drained(relay);
    expect(taken).toEqual([]);
    expect(logged[0]).toContain('NO_SUCH_SUBMISSION');
  });

  test('H-07 sent and not marked goes again under the same message id; two relays at once send it once', async () => {
    const { accountId, snapshotId } = await plantedSnapshot(world, 'Nadia');
    const id = await waiting(accountId, { snapshotId });
    let isFirst = true;
    const unsure = sink(() => {
      if (!isFirst) return;
      isFirst = false;
      throw Object.assign(new Error('timeout after the data'), { code: 'ETIMEDOUT' });
    });
    await drained(unsure.relay);
    await world.later({ minutes: 2 });
    await Promise.all([drained(unsure.relay), drained(unsure.relay)]);
    expect(unsure.taken.map((mail) => mail.id)).toEqual([id, id]);
  });

  test('H-07 a mail that another relay is taking is passed over and not waited for', async () => {
    const { accountId, snapshotId } = await plantedSnapshot(world, 'Rose');
    const id = await waiting(accountId, { snapshotId });
    const other = new Client({ connectionString: world.administratorUrl });
    await other.connect();
    await other.query('begin');
    await other.query('select from app.outbox where id = $1 for update', [id]);
    const { relay, taken } = sink();
    expect(await drained(relay)).toBe(0);
    await other.query('rollback');
    await other.end();
    expect(await drained(relay)).toBe(1);
    expect(taken.map((mail) => mail.id)).toEqual([id]);
  });

  test('H-08 a mail that always fails backs off, ends as a dead letter and blocks nobody else’s; its log names no address', async () => {
    const claire = await plantedSnapshot(world, 'Claire Trois');
    const paul = await plantedSnapshot(world, 'Paul Deux');
    const poison = await waiting(claire.accountId, { snapshotId: claire.snapshotId }, { at: '2027-02-01T08:00:00Z' });
    const second = await waiting(claire.accountId, { snapshotId: claire.snapshotId });
    const other = await waiting(paul.accountId, { snapshotId: paul.snapshotId });
    const server = sink((mail) => (mail.id === poison ? fails() : undefined));
    await drained(server.relay);
    expect(server.taken.map(({ id }) => id)).toEqual([poison, other]);
    for (let step = 0; step < 3; step += 1) {
      await world.later({ hours: 1 });
      await drained(server.relay);
    }
    expect(server.taken.map(({ id }) => id)).toEqual([poison, other, poison, poison, second]);
    const [row] = await world.sql('select dead_at is not null as dead, tries, last_error from app.outbox where id = $1', [
      poison,
    ]);
    expect(row).toEqual({ dead: true, tries: 3, last_error: 'Error EENVELOPE 550' });
    expect(server.logged.join()).not.toContain('@');
  });

  test('of a kind nobody knows, or to somebody without an address, is given up and sends nothing', async () => {
    const { accountId } = await plantedSnapshot(world, 'Olga');
    await waiting(accountId, {}, { kind: 'NONSENSE' });
    await waiting(randomUUID(), {});
    const { relay, taken, logged } = sink();
    await drained(relay);
    expect(taken).toEqual([]);
    expect(logged.join()).toMatch(/UNKNOWN_KIND|NO_ADDRESS/);
    expect(logged).toHaveLength(2);
  });
});
