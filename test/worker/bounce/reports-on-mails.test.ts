import { randomUUID } from 'node:crypto';
import { loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import type { Binding } from '@guichet/database/session/work';
import { type BounceListener, startBounceListener } from '@guichet/worker/bounce/bounce-listener';
import { noteReport } from '@guichet/worker/bounce/delivery-record';
import { digestOfReturnPath } from '@guichet/worker/bounce/return-path';
import { createMailer, type Mailer, type OutgoingMail } from '@guichet/worker/mail/mailer';
import { relayOutbox } from '@guichet/worker/outbox/outbox-relay';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { secret } from '../../world/server.ts';
import { aWorld, type World } from '../../world/world.ts';
import { plantedSnapshot } from '../planted-snapshot.ts';
import { handOver, reportingServer } from './smtp-dialogue.ts';

const bounceAddress = 'retour@guichet.test';
const warned: string[] = [];
const note = (fields: object, message: string) => void warned.push(`${JSON.stringify(fields)} ${message}`);
const log = { warn: note, error: note };

let world: World;
let binding: Binding;
let listener: BounceListener;
let server: Awaited<ReturnType<typeof reportingServer>>;
let mailer: Mailer;
beforeAll(async () => {
  world = await aWorld();
  const orm = await createOrm({ url: loginUrl(world.ownerUrl, 'app_work', secret), connections: 4 });
  binding = { ...world.gateway.binding, orm };
  server = await reportingServer();
  mailer = createMailer({ smtpUrl: server.smtpUrl, from: 'Guichet <guichet@guichet.test>' });
  listener = await startBounceListener({ binding, address: bounceAddress, host: '127.0.0.1', port: 0, log });
});
afterAll(async () => {
  mailer.close();
  server.stop();
  await listener.stop();
  await binding.orm.close();
  await world.close();
});

interface Sent {
  readonly id: string;
  readonly returnPath: string;
}

const numbers = 'Zéro Un Deux Trois Quatre Cinq Six Sept Huit Neuf Dix Onze Douze Treize Quatorze Quinze Seize'.split(' ');
let people = 0;
/** A receipt that waits to be sent. */
async function waiting(): Promise<Pick<Sent, 'id'>> {
  people += 1;
  const { accountId, snapshotId } = await plantedSnapshot(world, `${numbers[people]} Claire`);
  const id = randomUUID();
  await world.sql(
    `insert into app.outbox (id, principal_id, kind, recipient_id, payload, at, next_try_at)
     values ($1, $2, 'APPLICATION_RECEIPT', $2, $3, '2027-02-01T09:00:00Z', '2027-02-01T09:00:00Z')`,
    [id, accountId, JSON.stringify({ snapshotId })],
  );
  return { id };
}

/** A receipt that left through the server: its id, and the return path it was sent with. */
async function sent(): Promise<Sent> {
  const { id } = await waiting();
  server.commands.length = 0;
  expect(await relayOutbox({ binding, mailer, url: 'http://guichet.test', log, bounceAddress })).toBe(1);
  const returnPath = /^MAIL FROM:<([^>]*)>/.exec(server.commands.find((line) => line.startsWith('MAIL')) ?? '')?.[1] ?? '';
  return { id, returnPath };
}

const delivery = async ({ id }: Sent) =>
  (await world.sql('select state, status, reply_code, kind, source from app.mail_delivery where id = $1', [id]))[0];

/** A report as mail servers write it (RFC 3464). */
function report({ id }: Sent, [action, status]: readonly [string, string], envelope = id): string {
  return [
    'From: MAILER-DAEMON@mail.example',
    'To: retour@guichet.test',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'claire@candidat.example: user unknown',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example',
    `Original-Envelope-Id: ${envelope}`,
    'Arrival-Date: Mon, 1 Feb 2027 10:00:00 +0100',
    '',
    'Final-Recipient: rfc822; claire@candidat.example',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 <claire@candidat.example>: user unknown',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    'Subject: Votre dossier est deposé',
    '--b--',
    '',
  ].join('\r\n');
}

describe('what becomes of a mail', () => {
  test('each has a return path of its own, and a server that offers reports is asked for all three with the mail’s id', async () => {
    const [one, two] = [await sent(), await sent()];
    expect(one.returnPath).toMatch(/^retour\+[0-9a-f]{40}@guichet\.test$/);
    expect(two.returnPath).not.toBe(one.returnPath);
    const asked = server.commands.join('\n');
    expect(asked).toMatch(new RegExp(`^MAIL FROM:<${two.returnPath.replace('+', '\\+')}> .*RET=HDRS.*ENVID=${two.id}`, 'm'));
    expect(asked).toMatch(/^RCPT TO:<\S+> NOTIFY=SUCCESS,FAILURE,DELAY/m);
    expect(await delivery(two)).toEqual({
      state: 'SENT',
      status: null,
      reply_code: 250,
      kind: 'APPLICATION_RECEIPT',
      source: 'OUTBOX',
    });
    const kept = JSON.stringify(await world.sql('select * from app.mail_delivery'));
    expect(kept).not.toContain(two.returnPath.slice(7, 47));
    expect(kept).not.toContain('@');
  });

  test.each([
    ['a delivery', ['delivered', '2.0.0'], 'DELIVERED'],
    ['a failure', ['failed', '5.1.1'], 'BOUNCED'],
    ['a delay', ['delayed', '4.4.1'], 'DELAYED'],
  ] as const)('%s is told by its report', async (_, [action, status], state) => {
    const mail = await sent();
    expect(await handOver(listener.port, { to: mail.returnPath, raw: report(mail, [action, status]) })).toBe(250);
    expect(await delivery(mail)).toMatchObject({ state, status });
  });

  test('a delay that comes after the delivery changes nothing, and a report told twice is told once', async () => {
    const mail = await sent();
    for (const [action, status] of [
      ['delivered', '2.0.0'],
      ['delayed', '4.4.1'],
      ['delivered', '2.1.5'],
    ] as const)
      expect(await handOver(listener.port, { to: mail.returnPath, raw: report(mail, [action, status]) })).toBe(250);
    expect(await delivery(mail)).toMatchObject({ state: 'DELIVERED', status: '2.0.0' });
  });

  test.each([
    ['is given up', 1],
    ['is to be tried again', 10],
  ])('a mail reported as delivered while its server’s answer was lost stays delivered, where it %s', async (_, tries) => {
    const { id } = await waiting();
    const send = async (mail: OutgoingMail): Promise<number> => {
      const digest = digestOfReturnPath(mail.returnPath ?? '', bounceAddress);
      if (digest) await noteReport(binding, digest, { envelopeId: mail.id, action: 'delivered', status: '2.0.0' });
      throw Object.assign(new Error('Connection closed'), { code: 'ECONNECTION' });
    };
    const unsure = { binding, mailer: { send, close: () => {} }, url: 'http://guichet.test', log, bounceAddress, tries };
    expect(await relayOutbox(unsure)).toBe(1);
    const told = async () => (await world.sql('select state, status, cause from app.mail_delivery where id = $1', [id]))[0];
    expect(await told()).toEqual({ state: 'DELIVERED', status: '2.0.0', cause: null });
    if (tries === 1) return;
    await world.later({ minutes: 2 });
    const refusing = async () => {
      throw Object.assign(new Error('Connection closed'), { code: 'ECONNECTION' });
    };
    expect(await relayOutbox({ ...unsure, mailer: { ...unsure.mailer, send: refusing } })).toBe(1);
    expect(await told()).toEqual({ state: 'DELIVERED', status: '2.0.0', cause: null });
    await world.sql('delete from app.outbox where id = $1', [id]);
  });

  test('a return path nobody was given is refused before a word of the report is read, and so is any other address', async () => {
    const mail = await sent();
    const forged = mail.returnPath.replace(/\+[0-9a-f]{4}/, '+beef');
    for (const to of [
      forged,
      'retour@guichet.test',
      'claire@guichet.test',
      `${mail.returnPath.split('@')[0]}@other.test`,
      'retour+@guichet.test',
    ])
      expect([to, await handOver(listener.port, { to, raw: report(mail, ['failed', '5.1.1']) })]).toEqual([to, 550]);
    expect(await delivery(mail)).toMatchObject({ state: 'SENT' });
  });

  test('a report on another mail is refused, whichever return path it comes to', async () => {
    const [mail, other] = [await sent(), await sent()];
    expect(await handOver(listener.port, { to: mail.returnPath, raw: report(mail, ['failed', '5.1.1'], other.id) })).toBe(550);
    expect([await delivery(mail), await delivery(other)]).toMatchObject([{ state: 'SENT' }, { state: 'SENT' }]);
  });

  test('what is no report is refused and forgotten: an absence, a forged part, a sender who is somebody, a flood', async () => {
    const mail = await sent();
    const absence =
      'From: claire@candidat.example\r\nSubject: Absence\r\n\r\nJe suis en vacances. Action: failed\r\nStatus: 5.1.1\r\n';
    const noReport = report(mail, ['failed', '5.1.1']).replace(
      'multipart/report; report-type=delivery-status',
      'multipart/mixed',
    );
    const huge = report(mail, ['failed', '5.1.1']).replace(
      'claire@candidat.example: user',
      'x'.repeat(100).concat('\r\n').repeat(3000),
    );
    const codes = [
      await handOver(listener.port, { to: mail.returnPath, raw: absence }),
      await handOver(listener.port, { to: mail.returnPath, raw: noReport }),
      await handOver(listener.port, { to: mail.returnPath, raw: report(mail, ['vanished', '5.1.1']) }),
      await handOver(listener.port, {
        from: 'claire@candidat.example',
        to: mail.returnPath,
        raw: report(mail, ['failed', '5.1.1']),
      }),
      await handOver(listener.port, { to: mail.returnPath, raw: huge }),
    ];
    expect(codes).toEqual([550, 550, 550, 550, 550]);
    expect(await delivery(mail)).toMatchObject({ state: 'SENT', status: null });
    expect(warned.join()).not.toMatch(/candidat|@/);
  });

  test('a report that comes a month late finds nobody', async () => {
    const mail = await sent();
    await world.later({ hours: 24 * 31 });
    expect(await handOver(listener.port, { to: mail.returnPath, raw: report(mail, ['failed', '5.1.1']) })).toBe(550);
  });
});
