import { setTimeout as pause } from 'node:timers/promises';
import { startWorker, type Worker } from '@guichet/worker/worker';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { handOver, reportingServer } from '../../../worker/bounce/smtp-dialogue.ts';
import type { Actor, Selected } from '../../../world/actor.ts';
import { asConsortium } from '../../../world/consortium.ts';
import { countStatements } from '../../../world/count-statements.ts';
import { freshKey, submitted } from '../../../world/dossier.ts';
import { secret } from '../../../world/server.ts';
import { aWorld, type World } from '../../../world/world.ts';

let world: World;
let chair: Actor;
let claire: Actor;
let server: Awaited<ReturnType<typeof reportingServer>>;
let worker: Worker;

beforeAll(async () => {
  world = await aWorld();
  chair = await world.consortium('Odile');
  claire = await world.candidate('Claire');
  server = await reportingServer();
  await submitted(claire, { schools: ['imt-mines-albi'] });
  worker = await startWorker({
    databaseUrl: world.ownerUrl,
    secret,
    smtpUrl: server.smtpUrl,
    mailFrom: 'Guichet <guichet@guichet.test>',
    url: 'http://guichet.test',
    log: pino({ level: 'silent' }),
    bounces: { address: 'retour@guichet.test', listen: { host: '127.0.0.1', port: 0 } },
  });
});
afterAll(async () => {
  server.stop();
  await world.close();
});

const work = `{ consortium {
  health { isDatabaseReachable workerSeenAt waitingMails oldestWaitingAt givenUpMails waitingAccountMails passes { kind at } }
  jobs(first: 50) { edges { node { id kind what state startedAt finishedAt done error } } }
  mails(first: 50) { edges { node { id kind state replyCode status tries cause isRetryAsked } } } } }`;
const desk = async () => (await chair.read(work, {}, asConsortium)).consortium;
const nodes = (connection: Selected) => connection.edges.map(({ node }: Selected) => node);

async function until<T>(read: () => Promise<T>, holds: (found: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = await read();
    if (holds(found)) return found;
    await pause(50);
  }
  throw new Error('It did not come to pass within ten seconds');
}

describe('the consortium’s work', () => {
  test('shows the mail that left, the run that sent it and that a worker lives; no address, no name, no content', async () => {
    const isSent = ({ kind, state }: Selected) => kind === 'OUTBOX' && state === 'DONE';
    const found = await until(desk, ({ jobs, mails }) => nodes(mails)[0]?.state === 'SENT' && nodes(jobs).some(isSent));
    expect(nodes(found.mails)).toEqual([
      expect.objectContaining({ kind: 'APPLICATION_RECEIPT', state: 'SENT', replyCode: 250, status: null, tries: 1 }),
    ]);
    expect(nodes(found.jobs).find(({ kind }: Selected) => kind === 'OUTBOX')).toMatchObject({
      what: 'Envoi des courriels',
      state: 'DONE',
      done: 1,
      error: null,
    });
    const { health } = await until(desk, (each) => each.health.waitingAccountMails !== null && each.health.passes.length >= 5);
    expect(health).toMatchObject({
      isDatabaseReachable: true,
      waitingMails: 0,
      oldestWaitingAt: null,
      givenUpMails: 0,
      waitingAccountMails: 0,
    });
    expect(health.workerSeenAt).toBe('2027-02-01T09:00:00.000Z');
    expect(JSON.stringify(found)).not.toMatch(/claire|candidat\.example|Camille/i);
  });

  test('shows that it came back, once the server of the address says so', async () => {
    const [mail] = nodes((await desk()).mails);
    const [row] = await world.sql<{ id: string }>('select id from app.mail_delivery');
    const returnPath = /^MAIL FROM:<([^>]+)>/.exec(server.commands.find((line) => line.startsWith('MAIL')) ?? '')?.[1] ?? '';
    const raw = `Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; a\r\nOriginal-Envelope-Id: ${row?.id}\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n--b--\r\n`;
    expect(await handOver(worker.bouncePort ?? 0, { to: returnPath, raw })).toBe(250);
    const bounced = await chair.read(
      '{ consortium { mails(first: 5, states: [BOUNCED]) { edges { node { id state status } } } } }',
      {},
      asConsortium,
    );
    expect((await claire.read('{ account { hasReturnedMail } }')).account).toEqual({ hasReturnedMail: true });
    expect((await chair.read('{ account { hasReturnedMail } }')).account).toEqual({ hasReturnedMail: false });
    expect(nodes(bounced.consortium.mails)).toEqual([{ id: mail.id, state: 'BOUNCED', status: '5.1.1' }]);
  });

  test('tries a given-up mail again when the consortium says so, in its name, and refuses any other', async () => {
    const document = `mutation ($input: RetryMailInput!) { retryMail(input: $input) { mail { state isRetryAsked } userErrors { code path } } }`;
    const [mail] = nodes((await desk()).mails);
    const retry = async (mailId: string, key = freshKey()) =>
      (await chair.read(document, { input: { mailId, idempotencyKey: key } }, asConsortium)).retryMail;
    expect((await retry(mail.id)).userErrors).toEqual([{ code: 'NOT_IN_THIS_STATE', path: ['mailId'] }]);
    await world.sql(`update app.mail_delivery set state = 'GIVEN_UP', source = 'ACCOUNT'`);
    expect((await retry(mail.id)).userErrors).toEqual([{ code: 'LINK_IS_GONE', path: ['mailId'] }]);
    await world.sql(`update app.mail_delivery set source = 'OUTBOX'`);
    await world.sql('update app.outbox set sent_at = null, dead_at = app.clock(), tries = 10');
    expect((await desk()).health).toMatchObject({ givenUpMails: 1, waitingMails: 0 });
    expect(await retry(mail.id)).toMatchObject({ mail: { state: 'GIVEN_UP', isRetryAsked: true }, userErrors: [] });
    const found = await until(desk, ({ mails }) => nodes(mails)[0].state === 'SENT');
    expect(nodes(found.mails)).toEqual([expect.objectContaining({ id: mail.id, isRetryAsked: false, tries: 1 })]);
    const [trail] = await world.sql('select count(*)::int as n from app.audit_person where act = $1', ['MAIL_RETRIED']);
    expect(trail).toEqual({ n: 1 });
  });

  test('is nobody else’s to see: not a school’s, not a candidate’s', async () => {
    const admin = await world.member('imt-mines-albi', ['ADMIN'], 'Anne');
    for (const person of [admin, claire]) expect((await person.ask(work)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('costs the same whatever there is to see', async () => {
    await worker.stop();
    const before = await countStatements(desk);
    await world.sql(`insert into app.job_run (id, kind, state, started_at, done)
      select gen_random_uuid(), 'OUTBOX', 'DONE', app.clock() - n * interval '1 hour', n from generate_series(1, 40) n`);
    await world.sql(`insert into app.mail_delivery (id, source, kind, state, tries, at, state_at)
      select gen_random_uuid(), 'OUTBOX', 'APPLICATION_RECEIPT', 'SENT', 1, app.clock() - n * interval '1 hour', app.clock() from generate_series(1, 40) n`);
    const after = await countStatements(desk);
    expect(nodes(after.answer.jobs).length).toBeGreaterThan(40);
    expect(after.statements).toEqual(before.statements);
  });
});
