import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type AccountDesk, baseUrl, goodPassword, openDesk } from './account-desk.ts';
import type { Answer } from './raw-call.ts';

let desk: AccountDesk;
beforeAll(async () => {
  desk = await openDesk();
}, 60_000);
afterAll(() => desk.stop());

const signUp = (email: string, password = goodPassword) => desk.post('/auth/sign-up/email', { email, password });

/** The shortest answer of whatever may send a mail, as in production; a desk of its own keeps the other tests fast. */
const floorMs = 300;
/** Times of the answers that came before it; a timer may ring within the millisecond before. */
const tooSoon = (answers: readonly Answer[]) => answers.map(({ ms }) => ms).filter((ms) => ms < floorMs - 1);

/** A known and three unknown addresses, turn and turn about. */
async function inTurns(act: (email: string) => Promise<Answer>) {
  const answers = { known: [] as Answer[], unknown: [] as Answer[] };
  for (const round of [1, 2, 3]) {
    answers.known.push(await act('known@example.fr'));
    answers.unknown.push(await act(`unknown${round}@example.fr`));
  }
  return answers;
}
const seen = ({ status, text, headers }: Answer) => `${status} ${text} ${String(headers['set-cookie'] ?? 'no cookie')}`;
const middle = (answers: Answer[]) => answers.map(({ ms }) => ms).toSorted((a, b) => a - b)[1] ?? 0;

describe('opening an account', () => {
  test('takes a mailed link and a button before it can be signed in to', async () => {
    expect(await signUp('marie@example.fr')).toMatchObject({ status: 200, json: { status: true }, cookie: null });
    const early = await desk.post('/auth/sign-in/email', { email: 'marie@example.fr', password: goodPassword });
    expect(early).toMatchObject({ status: 401, json: { message: expect.stringMatching(/pas encore confirmée/) }, cookie: null });
    const token = await desk.tokenFor('marie@example.fr');
    expect(await desk.post('/auth/verify-email', { token })).toMatchObject({ status: 200, json: { status: true } });
    const answer = await desk.post('/auth/sign-in/email', { email: 'Marie@Example.FR ', password: goodPassword });
    expect(answer).toMatchObject({ status: 200, json: { user: { email: 'marie@example.fr', emailVerified: true } } });
    expect(answer.text).not.toContain('token');
    const session = await desk.accounts.sessions.sessionOf(answer.cookie ?? '');
    expect(session).toMatchObject({ email: 'marie@example.fr', isVerified: true, locale: 'fr' });
  });

  test('writes in the language of whoever asks', async () => {
    const more = { headers: { 'accept-language': 'en-GB,en;q=0.9,fr;q=0.4' } };
    await desk.post('/auth/sign-up/email', { email: 'jo@example.org', password: goodPassword }, more);
    expect((await desk.mailsTo('jo@example.org'))[0]).toMatchObject({ subject: 'Confirm your address' });
  });

  test('whoever signs up first with another’s address does not hold the account once its owner asks too', async () => {
    await signUp('victim@example.fr', 'the attackers own words');
    await signUp('victim@example.fr', 'the owners own words');
    expect((await desk.mailsTo('victim@example.fr')).at(-1)).toMatchObject({ subject: 'Terminez l’ouverture de votre compte' });
    const token = await desk.tokenFor('victim@example.fr');
    await desk.post('/auth/reset-password', { token, newPassword: 'the owners own words' });
    expect(await desk.signIn('victim@example.fr', 'the owners own words')).toMatch(/^guichet=/);
    expect(await desk.signIn('victim@example.fr', 'the attackers own words')).toBe('refused with 401');
  });
});

describe('an address that has an account and one that has none', () => {
  let slow: AccountDesk;
  beforeAll(async () => {
    slow = await openDesk({ floorMs });
  }, 60_000);
  afterAll(() => slow.stop());
  const slowly = (email: string) => slow.post('/auth/sign-up/email', { email, password: goodPassword });

  test('D-01 a known and an unknown address get the same answer in the same class of time, and a mail each', async () => {
    await slow.open('known@example.fr');
    const { known, unknown } = await inTurns((email) => slowly(email));
    expect(new Set(known.map(seen))).toEqual(new Set(unknown.map(seen)));
    expect(tooSoon([...known, ...unknown])).toEqual([]);
    expect(Math.abs(middle(known) - middle(unknown))).toBeLessThan(50);
    expect((await slow.mailsTo('known@example.fr')).at(-1)).toMatchObject({ subject: 'Vous avez déjà un compte' });
    expect((await slow.mailsTo('unknown1@example.fr')).at(-1)).toMatchObject({ subject: 'Confirmez votre adresse' });
    expect(await slow.signIn('known@example.fr')).toMatch(/^guichet=/);
  });

  test.each(['/auth/request-password-reset', '/auth/send-verification-email'])(
    'D-01 %s answers a known and an unknown address alike',
    async (path) => {
      await slow.asOwner(`delete from auth."user" where email like '%known%'; delete from auth.attempt`);
      await slow.open('known@example.fr');
      const { known, unknown } = await inTurns((email) => slow.post(path, { email }));
      expect(tooSoon([...known, ...unknown])).toEqual([]);
      expect(new Set([...known, ...unknown].map(seen))).toEqual(new Set(['200 {"status":true} no cookie']));
      expect(Math.abs(middle(known) - middle(unknown))).toBeLessThan(50);
    },
    15_000,
  );

  test('D-01 two sign-ups of one address at the same time answer alike and make one account', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => slowly('twice@example.fr')));
    expect(tooSoon(answers)).toEqual([]);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(['200 {"status":true}']));
    expect(await slow.asOwner(`select count(*)::int from auth."user" where email = 'twice@example.fr'`)).toEqual([{ count: 1 }]);
  });
});

describe('what an account route refuses', () => {
  test('D-05 a weak password is refused with every reason, known address or not', async () => {
    await desk.open('strong@example.fr');
    for (const email of ['strong@example.fr', 'weak@example.fr']) {
      const answer = await signUp(email, 'azerty12');
      expect(answer).toMatchObject({ status: 400, json: { code: 'PASSWORD_REFUSED', faults: ['TOO_SHORT', 'TOO_COMMON'] } });
    }
  });

  test('D-05 a password of 10 MB is refused before it is read', async () => {
    const answer = await signUp('huge@example.fr', 'k'.repeat(10_000_000)).catch((error: Error) => ({ status: error.message }));
    expect([413, 'write EPIPE', 'read ECONNRESET', 'write ECONNRESET', 'socket hang up']).toContain(answer.status);
  });

  test('D-05 spaces, emoji and either form of an accent are one password, kept whole', async () => {
    await desk.open('accents@example.fr', ' d\u00e9j\u00e0 🦊 au port ');
    expect(await desk.signIn('accents@example.fr', ' de\u0301ja\u0300 🦊 au port ')).toMatch(/^guichet=/);
    expect(await desk.signIn('accents@example.fr', 'd\u00e9j\u00e0 🦊 au port')).toBe('refused with 401');
  });

  test.each([
    '//evil.example',
    '\\evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    '%2f%2fevil.example',
    `${baseUrl}/verify`,
  ])('D-19 an address to go on to is refused, whatever it is: %s', async (onward) => {
    const body = { email: 'onward@example.fr', password: goodPassword };
    for (const name of ['callbackURL', 'redirectTo', 'errorCallbackURL', 'returnTo']) {
      for (const path of ['/auth/sign-up/email', '/auth/sign-in/email', '/auth/request-password-reset']) {
        const answer = await desk.post(path, { ...body, [name]: onward });
        expect(answer).toMatchObject({ status: 400, json: { code: 'BAD_USER_INPUT' } });
        expect(answer.headers['location']).toBeUndefined();
        const asked = await desk.post(`${path}?${name}=${encodeURIComponent(onward)}`, body);
        expect(asked).toMatchObject({ status: 400, json: { code: 'BAD_USER_INPUT' } });
      }
    }
    expect(await desk.mailsTo('onward@example.fr')).toEqual([]);
  });

  test.each([
    { what: 'a form', headers: { 'content-type': 'application/x-www-form-urlencoded' }, status: 415 },
    { what: 'plain text', headers: { 'content-type': 'text/plain' }, status: 415 },
    { what: 'no type', headers: { 'content-type': '' }, status: 415 },
    { what: 'another charset', headers: { 'content-type': 'application/json; charset=utf-7' }, status: 415 },
    { what: 'a compressed body', headers: { 'content-encoding': 'gzip' }, status: 415 },
  ])('D-23 $what is refused before it is read', async ({ headers, status }) => {
    const answer = await desk.post('/auth/sign-up/email', { email: 'form@example.fr', password: goodPassword }, { headers });
    expect(answer.status).toBe(status);
    expect(await desk.mailsTo('form@example.fr')).toEqual([]);
  });

  test('the library’s own routes are closed', async () => {
    for (const path of ['/auth/verify-email?token=x', '/auth/reset-password/x', '/auth/get-session', '/auth/ok', '/auth/error']) {
      expect((await desk.get(path)).status).toBe(404);
    }
    for (const path of [
      '/auth/update-user',
      '/auth/change-email',
      '/auth/delete-user',
      '/auth/sign-in/social',
      '/auth/list-sessions',
    ]) {
      expect((await desk.post(path, {})).status).toBe(404);
    }
  });

  test('A-29 links lead to the configured origin, whatever host is asked', async () => {
    await desk.open('hosts@example.fr');
    const evil = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    const body = { email: 'hosts@example.fr' };
    expect((await desk.post('/auth/request-password-reset', body, { headers: evil })).status).toBe(200);
    const whole = await desk.post('http://evil.example/auth/request-password-reset', body, { headers: evil });
    expect([200, 404]).toContain(whole.status);
    const mails = await desk.mailsTo('hosts@example.fr');
    expect(mails.length).toBeGreaterThanOrEqual(2);
    for (const { links, text, html } of mails) {
      expect(links.every((link) => link.startsWith(`${baseUrl}/`))).toBe(true);
      expect(text + html).not.toContain('evil');
    }
  });
});
