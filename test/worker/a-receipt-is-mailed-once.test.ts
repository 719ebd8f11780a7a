import { setTimeout as pause } from 'node:timers/promises';
import { type MailCatcher, startMailCatcher } from '@guichet/platform/mail-catcher/mail-catcher';
import { startWorker, type Worker } from '@guichet/worker/worker';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { act, nextAct, submitted } from '../world/dossier.ts';
import { secret } from '../world/server.ts';
import { aWorld, type World } from '../world/world.ts';

let world: World;
let catcher: MailCatcher;
let workers: readonly Worker[] = [];

beforeAll(async () => {
  world = await aWorld();
  catcher = await startMailCatcher();
});
afterAll(async () => {
  await Promise.all(workers.map((each) => each.stop()));
  await catcher.stop();
  await world.close();
});

const start = () =>
  startWorker({
    databaseUrl: world.ownerUrl,
    secret,
    smtpUrl: catcher.smtpUrl,
    mailFrom: 'Guichet <no-reply@guichet.test>',
    url: 'http://guichet.test',
    log: pino({ level: 'silent' }),
  });

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await holds()) return;
    await pause(50);
  }
  throw new Error('It did not come to pass within ten seconds');
}
const isDrained = async () => (await world.sql('select from app.outbox where sent_at is null')).length === 0;

test('two workers mail the receipt of a submission once: reference, instant with its zone, schools by name, never their order', async () => {
  const claire = await world.candidate('Claire');
  const held = await submitted(claire, { schools: ['imt-mines-ales', 'imt-lille-douai', 'imt-mines-albi'] });
  expect(catcher.messages()).toEqual([]); // a request sends nothing
  workers = [await start(), await start()];
  await until(isDrained);
  const [row] = await world.sql<{ id: string }>('select id from app.outbox');
  const mails = catcher.messages();
  expect(mails.map(({ id, to, subject }) => [id, to, subject])).toEqual([[row?.id, claire.email, 'Votre dossier est déposé']]);
  const [mail] = mails;
  expect(mail?.text).toContain(`Votre dossier ${held.reference} `);
  expect(mail?.text).toContain('Il a été reçu le lundi 1er février 2027 à 10\u00a0h\u00a000 (heure de Paris).');
  expect(mail?.text).toContain('Écoles\u00a0: IMT Lille Douai, IMT Mines Albi, IMT Mines Alès.');
  expect(mail?.text).toContain('jusqu’au mardi 6 avril 2027 à 23\u00a0h\u00a059 (heure de Paris)');
  expect(mail?.links).toEqual(['http://guichet.test']);
  expect(`${mail?.subject}${mail?.text}`).not.toMatch(/Claire|Camille/);
});

test('a submission sent again under its key is received once and mailed once, in the language its candidate chose', async () => {
  const paul = await world.candidate('Paul');
  await paul.read('{ account { email } }');
  await world.sql(`update auth."user" set locale = 'en' where id = $1`, [paul.accountId]);
  const held = await submitted(paul, { schools: ['imt-mines-albi'] });
  const recalled = await act(paul, 'recallApplication', nextAct(held));
  const again = { ...nextAct({ ...held, version: recalled.version }), statementDigest: held.statementDigest };
  await act(paul, 'submitApplication', again);
  await act(paul, 'submitApplication', again);
  await until(isDrained);
  const mails = catcher.messages().filter(({ to }) => to === paul.email);
  expect(mails.map(({ subject }) => subject)).toEqual(['Your application is submitted', 'Your application is submitted']);
  expect(mails[0]?.text).toContain('Schools: IMT Mines Albi.');
});

test('a worker that stops lets what is in hand end, and starts again where it stood', async () => {
  await Promise.all(workers.map((each) => each.stop()));
  workers = [];
  const count = catcher.messages().length;
  await submitted(await world.candidate('Nadia'), { schools: ['imt-mines-albi'] });
  await pause(700);
  expect(catcher.messages()).toHaveLength(count);
  workers = [await start()];
  await until(isDrained);
  expect(catcher.messages()).toHaveLength(count + 1);
});
