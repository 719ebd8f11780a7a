import { type AccountMail, openToken, writeAccountMail } from '@guichet/database/account/auth-mail';
import { startAccountMailRelay } from '@guichet/worker/mail/account-mail-loop';
import { sendAccountMail } from '@guichet/worker/mail/account-mail-relay';
import type { Mailer, OutgoingMail } from '@guichet/worker/mail/mailer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { secret } from '../world/server.ts';
import { type AccountDesk, openDesk } from './account-desk.ts';

let desk: AccountDesk;
beforeAll(async () => {
  desk = await openDesk();
}, 60_000);
afterAll(() => desk.stop());
beforeEach(() => desk.asOwner('truncate auth.mail'));

const queue = (recipient: string, more: Partial<AccountMail> = {}) =>
  writeAccountMail(desk.pool, secret, { recipient, kind: 'RESET', locale: 'fr', token: 'the-token', ...more });

/** A server that keeps what it takes by message id, and fails when told to. */
function sink(fails: (mail: OutgoingMail) => boolean = () => false) {
  const taken: OutgoingMail[] = [];
  const mailer: Mailer = {
    send: async (mail) => {
      if (fails(mail)) throw Object.assign(new Error(`550 no such user ${mail.to}`), { code: 'EENVELOPE', responseCode: 550 });
      taken.push(mail);
      return 250;
    },
    close: () => {},
  };
  return { taken, relay: { ...desk.relay, mailer } };
}
const later = (seconds: number) => desk.asOwner(`update auth.mail set next_try_at = next_try_at - interval '${seconds} seconds'`);

describe('account mail', () => {
  test('carries its token encrypted, tied to its row, and forgets it once sent', async () => {
    const id = await queue('marie@example.fr');
    const [row] = await desk.asOwner(`select sealed_token from auth.mail where id = '${id}'`);
    const sealed = row?.['sealed_token'] as Buffer;
    expect(sealed.toString('latin1')).not.toContain('the-token');
    expect(openToken(secret, sealed, { id, kind: 'RESET', recipient: 'marie@example.fr' })).toBe('the-token');
    expect(() => openToken(secret, sealed, { id, kind: 'RESET', recipient: 'paul@example.fr' })).toThrow();
    expect(() => openToken(`${secret}x`, sealed, { id, kind: 'RESET', recipient: 'marie@example.fr' })).toThrow();
    const [mail] = await desk.mailsTo('marie@example.fr');
    expect(mail).toMatchObject({ id, from: 'no-reply@guichet.test', links: ['http://guichet.test:4000/reset#the-token'] });
    expect(await desk.asOwner('select sealed_token, sent_at is not null as sent from auth.mail')).toEqual([
      { sealed_token: null, sent: true },
    ]);
  });

  test.each([
    ['RESET', 3600, 'reset'],
    ['FINISH', 3600, 'reset'],
    ['CONFIRM_ADDRESS', 3600, 'address'],
    ['VERIFY', 24 * 3600, 'verify'],
  ] as const)('that outlived its link (%s) says so, and leads to where another is asked for', async (kind, seconds, page) => {
    const waited = (by: number) => desk.asOwner(`update auth.mail set created_at = auth.clock() - interval '${by} seconds'`);
    for (const locale of ['fr', 'en'] as const) {
      const address = `${kind.toLowerCase()}-${locale}@example.fr`;
      await queue(address, { kind, locale });
      await waited(seconds - 60);
      expect((await desk.mailsTo(address)).at(-1)?.links).toEqual([`http://guichet.test:4000/${page}#the-token`]);
      await queue(address, { kind, locale });
      await waited(seconds + 60);
      const late = (await desk.mailsTo(address)).at(-1);
      expect(late?.links).toEqual([`http://guichet.test:4000/${page}`]);
      expect(late?.text).toContain(locale === 'fr' ? 'part avec retard' : 'was delayed');
      expect(late?.text).not.toMatch(/the-token|valable une heure|valable 24|good for/);
    }
  });

  test('that tells what became of an account says when it was, however late it leaves', async () => {
    const kinds = ['PASSWORD_CHANGED', 'TOO_MANY_ATTEMPTS', 'TOO_MANY_CODES', 'SECOND_FACTOR_ON', 'SECOND_FACTOR_OFF'] as const;
    for (const kind of [...kinds, 'BACKUP_CODES_RENEWED', 'ADDRESS_CHANGED'] as const) {
      const said = [];
      for (const locale of ['fr', 'en'] as const) {
        await queue(`${kind.toLowerCase()}-${locale}@example.fr`, { kind, locale, token: null });
        await desk.asOwner(`update auth.mail set created_at = '2027-03-27T22:59:59.9Z'`);
        const { text = '' } = (await desk.mailsTo(`${kind.toLowerCase()}-${locale}@example.fr`)).at(-1) ?? {};
        said.push(text.split('\n').find((line) => line.includes('2027')));
      }
      expect([kind, ...said]).toEqual([
        kind,
        'C’était le samedi 27 mars 2027 à 23\u00a0h\u00a059 (heure de Paris).',
        'This was on Saturday, 27 March 2027 at 23:59 (Paris time).',
      ]);
    }
    await queue('asked@example.fr');
    expect((await desk.mailsTo('asked@example.fr')).at(-1)?.text).not.toContain('C’était');
  });

  test('E-05 an address with a line break or two addresses reaches nobody else', async () => {
    await queue('a@example.fr\r\nBcc: evil@example.org');
    await queue('a@example.fr, evil@example.org');
    await desk.mailsTo('a@example.fr');
    expect(desk.catcher.messages().filter(({ to }) => to.includes('evil'))).toEqual([]);
  });

  test('H-07 two relays at the same moment send each mail once, in order per recipient', async () => {
    const people = ['a@example.fr', 'b@example.fr', 'c@example.fr'];
    const ids: Record<string, string[]> = {};
    for (let round = 0; round < 5; round += 1) for (const to of people) (ids[to] ??= []).push(await queue(to));
    const { taken, relay } = sink();
    const runs = [1, 2, 3].map(() => startAccountMailRelay(relay, 5));
    for (let look = 0; taken.length < 15 && look < 300; look += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    await Promise.all(runs.map((run) => run.stop()));
    expect(taken).toHaveLength(15);
    for (const to of people) expect(taken.filter((mail) => mail.to === to).map(({ id }) => id)).toEqual(ids[to]);
    expect(await desk.asOwner('select count(*)::int from auth.mail where sent_at is null')).toEqual([{ count: 0 }]);
  });

  test('H-07 a relay that dies between sending and marking sends again under the same id, after its minute', async () => {
    const id = await queue('killed@example.fr');
    const { taken, relay } = sink();
    const dying = {
      ...relay.pool,
      query: async (asked: unknown) => {
        if (typeof asked === 'object') throw new Error('killed');
        return desk.pool.query(asked as string);
      },
    } as unknown as typeof relay.pool;
    await expect(sendAccountMail({ ...relay, pool: dying })).rejects.toThrow('killed');
    expect(await sendAccountMail(relay)).toBe('IDLE');
    await later(61);
    expect(await sendAccountMail(relay)).toBe('SENT');
    expect(taken.map((mail) => mail.id)).toEqual([id, id]);
    expect(await sendAccountMail(relay)).toBe('IDLE');
  });

  test('H-07 a relay that took longer than its minute marks nothing another has taken since', async () => {
    await queue('slow@example.fr');
    const { taken, relay } = sink();
    const slow: Mailer = {
      close: () => {},
      send: async () => {
        await later(61);
        expect(await sendAccountMail(relay)).toBe('SENT');
        throw Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' });
      },
    };
    expect(await sendAccountMail({ ...relay, mailer: slow })).toBe('FAILED');
    expect(taken).toHaveLength(1);
    expect(await desk.asOwner('select sent_at is not null as sent, last_error from auth.mail')).toEqual([
      { sent: true, last_error: null },
    ]);
  });

  test('H-08 a mail that always fails waits longer each time, is given up, and holds up nobody else', async () => {
    const poison = await queue('poison@example.fr');
    const next = await queue('poison@example.fr', { kind: 'VERIFY' });
    await queue('fine@example.fr');
    const { taken, relay } = sink((mail) => mail.id === poison);
    const waits: number[] = [];
    for (let time = 0; time < 4; time += 1) {
      while ((await sendAccountMail({ ...relay, tries: 4 })) !== 'IDLE');
      const [row] = await desk.asOwner(
        `select extract(epoch from next_try_at - auth.clock())::int as wait from auth.mail where id = '${poison}'`,
      );
      waits.push(row?.['wait'] as number);
      if (time === 0) expect(taken.map(({ to }) => to)).toEqual(['fine@example.fr']);
      await later(3600);
    }
    expect(waits).toEqual([5, 20, 80, 320]);
    while ((await sendAccountMail({ ...relay, tries: 4 })) !== 'IDLE');
    expect(taken.map(({ id }) => id)).toContain(next);
    const [dead] = await desk.asOwner(
      `select dead_at is not null as dead, sealed_token, tries, last_error from auth.mail where id = '${poison}'`,
    );
    expect(dead).toEqual({ dead: true, sealed_token: null, tries: 4, last_error: 'EENVELOPE 550' });
    expect(desk.logged.join()).not.toMatch(/poison@|no such user/);
  });

  test('is forgotten thirty days after it went; what still waits stays', async () => {
    await desk.asOwner(`insert into auth.mail (recipient, kind, locale, sent_at, next_try_at) values
      ('old@example.fr', 'VERIFY', 'fr', now() - interval '31 days', now()), ('new@example.fr', 'VERIFY', 'fr', now() - interval '29 days', now()),
      ('waits@example.fr', 'VERIFY', 'fr', null, now() + interval '1 day')`);
    const run = startAccountMailRelay(sink().relay, 5);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await run.stop();
    const rows = await desk.asOwner('select recipient from auth.mail order by number');
    expect(rows).toEqual([{ recipient: 'new@example.fr' }, { recipient: 'waits@example.fr' }]);
  });

  test('H-07 a server that does not answer is given up on and asked again', async () => {
    await queue('unheard@example.fr');
    const { createMailer } = await import('@guichet/worker/mail/mailer');
    const mailer = createMailer({ smtpUrl: 'smtp://127.0.0.1:1', from: 'no-reply@guichet.test', timeoutMs: 500 });
    expect(await sendAccountMail({ ...desk.relay, mailer })).toBe('FAILED');
    expect(await desk.asOwner('select last_error from auth.mail')).toEqual([{ last_error: expect.stringMatching(/^E[A-Z]+$/) }]);
    mailer.close();
    await later(6);
    expect(await desk.mailsTo('unheard@example.fr')).toHaveLength(1);
  });
});
