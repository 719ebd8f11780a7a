import { registerCatcherRoutes } from '@guichet/platform/mail-catcher/catcher-routes';
import { type CaughtMail, type MailCatcher, startMailCatcher } from '@guichet/platform/mail-catcher/mail-catcher';
import { terminalLine } from '@guichet/platform/mail-catcher/terminal-line';
import { createMailer, type Mailer } from '@guichet/worker/mail/mailer';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Fastify from 'fastify';

let catcher: MailCatcher;
let mailer: Mailer;
const app = Fastify();
beforeAll(async () => {
  catcher = await startMailCatcher();
  mailer = createMailer({ smtpUrl: catcher.smtpUrl, from: 'no-reply@guichet.test' });
  registerCatcherRoutes(app, catcher);
});
afterAll(async () => {
  mailer.close();
  await Promise.all([catcher.stop(), app.close()]);
});

const link = 'http://127.0.0.1:4000/verify#k7Qm4Zb7Jt0mQe5xWc2Rk9uVf4aHs6nL';
const send = (id: string, subject = 'Confirmez votre adresse') =>
  mailer.send({ id, to: 'marie@example.fr', subject, text: `Ouvrez :\n${link}\n`, html: '<p onclick="alert(1)">Ouvrez</p>' });

describe('the catcher of development', () => {
  test('shows what it caught as JSON and as a page that runs nothing of it', async () => {
    const heard: CaughtMail[] = [];
    const end = catcher.onMessage((mail) => heard.push(mail));
    await send('0001');
    end();
    await send('0002', '<script>alert(1)</script>');
    const json = await app.inject({ url: '/dev/mails', headers: { accept: 'application/json' } });
    expect(json.json()).toEqual([
      expect.objectContaining({ id: '0002' }),
      {
        id: '0001',
        to: 'marie@example.fr',
        from: 'no-reply@guichet.test',
        subject: 'Confirmez votre adresse',
        text: expect.stringContaining('Ouvrez'),
        html: expect.stringContaining('Ouvrez'),
        links: [link],
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      },
    ]);
    expect(heard.map(({ id }) => id)).toEqual(['0001']);
    const page = await app.inject({ url: '/dev/mails', headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain(`<a href="${link}">`);
    expect(page.body).not.toMatch(/<script>alert|onclick/);
  });

  test('tells a terminal whom, what and where, in one line', () => {
    const mail = { ...(catcher.messages()[0] as CaughtMail), subject: 'Un\r\n[INFO] deux \u001b[2J' };
    expect(terminalLine(mail)).toBe(`mail to marie@example.fr: Un  [INFO] deux  [2J → ${link}`);
  });

  test('keeps the last 500', async () => {
    await Promise.all(Array.from({ length: 505 }, (_, index) => send(`later-${index}`)));
    expect(catcher.messages()).toHaveLength(500);
    expect(catcher.messages().some(({ id }) => id === '0001')).toBe(false);
  }, 60_000);
});
