import { loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import type { Binding } from '@guichet/database/session/work';
import { type BounceListener, startBounceListener } from '@guichet/worker/bounce/bounce-listener';
import { createMailer, type Mailer } from '@guichet/worker/mail/mailer';
import { relayOutbox } from '@guichet/worker/outbox/outbox-relay';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { handOver, reportingServer } from '../../../worker/bounce/smtp-dialogue.ts';
import type { Selected } from '../../../world/actor.ts';
import { freshKey } from '../../../world/dossier.ts';
import { secret } from '../../../world/server.ts';
import { aWorld, type World } from '../../../world/world.ts';

const bounceAddress = 'retour@guichet.test';
const log = { warn: () => {}, error: () => {} };

let world: World;
let binding: Binding;
let server: Awaited<ReturnType<typeof reportingServer>>;
let mailer: Mailer;
let listener: BounceListener;
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

const document = '{ desk { invitations(first: 5) { edges { node { email state delivery } } } } }';
const invitations = (read: Selected): Selected[] => read.desk.invitations.edges.map(({ node }: Selected) => node);

test('an invitation to an address that takes no mail is shown as come back to the school that sent it, and to no other', async () => {
  const admin = await world.member('imt-mines-albi', ['ADMIN'], 'Anne');
  const other = await world.member('imt-mines-ales', ['ADMIN'], 'Bruno');
  const mutation = 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { userErrors { code } } }';
  const input = {
    email: 'perdu@albi.example',
    displayName: 'Luc',
    functions: ['OFFICER'],
    locale: 'FR',
    idempotencyKey: freshKey(),
  };
  expect((await admin.read(mutation, { input })).inviteMember.userErrors).toEqual([]);
  const state = async () => invitations(await admin.read(document)).find(({ email }) => email === input.email);
  expect(await state()).toEqual({ email: input.email, state: 'PENDING', delivery: null });

  expect(await relayOutbox({ binding, mailer, url: 'http://guichet.test', log, bounceAddress })).toBe(1);
  expect((await state())?.delivery).toBe('SENT');

  const to = /^MAIL FROM:<([^>]+)>/.exec(server.commands.find((line) => line.startsWith('MAIL')) ?? '')?.[1] ?? '';
  const raw = `Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; a\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n--b--\r\n`;
  expect(await handOver(listener.port, { to, raw })).toBe(250);
  expect(await state()).toEqual({ email: input.email, state: 'PENDING', delivery: 'BOUNCED' });
  expect(invitations(await other.read(document)).some(({ email }) => email === input.email)).toBe(false);
  expect(await world.sql('select count(*)::int as n from app.invitation_delivery')).toEqual([{ n: 1 }]);
});
