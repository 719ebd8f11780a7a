import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type AccountDesk, baseUrl, goodPassword, openDesk } from './account-desk.ts';

let desk: AccountDesk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.open('marie@example.fr');
}, 60_000);
afterAll(() => desk.stop());

const credentials = { email: 'marie@example.fr', password: goodPassword };
const sessionOf = (cookie: string) => desk.accounts.sessions.sessionOf(cookie);

describe('a session', () => {
  test('D-06 gets a new id at each sign-in, and the one presented ends', async () => {
    const first = await desk.signIn('marie@example.fr');
    const planted = 'guichet=k7Qm4Zb7Jt0mQe5xWc2Rk9uVf4aHs6nL.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    const fixed = await desk.post('/auth/sign-in/email', credentials, { cookie: planted });
    expect(fixed.cookie).not.toBe(planted);
    const second = await desk.post('/auth/sign-in/email', credentials, { cookie: first });
    expect(second.cookie).not.toBe(first);
    expect(await sessionOf(first)).toBeNull();
    expect(await sessionOf(second.cookie ?? '')).toMatchObject({ email: 'marie@example.fr' });
  });

  test('D-07 ends at once when signed out', async () => {
    const cookie = await desk.signIn('marie@example.fr');
    const out = await desk.post('/auth/sign-out', {}, { cookie });
    expect(out.headers['set-cookie']).toEqual([expect.stringMatching(/^guichet=; Max-Age=0; Path=\//)]);
    expect(await sessionOf(cookie)).toBeNull();
    expect((await desk.post('/auth/sign-out', {}, { cookie })).status).toBe(200);
  });

  test('D-07 ends on every device when the password changes; the one that changed it gets a new one', async () => {
    await desk.open('paul@example.fr');
    const [phone, laptop] = [await desk.signIn('paul@example.fr'), await desk.signIn('paul@example.fr')];
    const wrong = await desk.post('/auth/change-password', change('not the password', 'quite new words'), { cookie: laptop });
    expect(wrong).toMatchObject({ status: 401, json: { code: 'INVALID_CREDENTIALS' } });
    const weak = await desk.post('/auth/change-password', change(goodPassword, 'paul@example.fr'), { cookie: laptop });
    expect(weak).toMatchObject({ status: 400, json: { faults: ['EQUALS_EMAIL'] } });
    const answer = await desk.post('/auth/change-password', change(goodPassword, 'quite new words'), { cookie: laptop });
    expect(answer.status).toBe(200);
    expect([await sessionOf(phone), await sessionOf(laptop)]).toEqual([null, null]);
    expect(await sessionOf(answer.cookie ?? '')).toMatchObject({ email: 'paul@example.fr' });
    expect((await desk.mailsTo('paul@example.fr')).at(-1)).toMatchObject({ subject: 'Votre mot de passe a changé' });
  });

  test('D-07 ends on every device when every session of its account is ended at once', async () => {
    await desk.open('rights@example.fr');
    const cookies = [await desk.signIn('rights@example.fr'), await desk.signIn('rights@example.fr')];
    await desk.accounts.sessions.endAllOf((await sessionOf(cookies[0] ?? ''))?.accountId ?? '');
    expect(await Promise.all(cookies.map(sessionOf))).toEqual([null, null]);
  });

  test('D-25 at most ten stand for one account; the oldest gives way', async () => {
    await desk.open('devices@example.fr');
    const cookies: string[] = [];
    for (let device = 0; device < 11; device += 1) cookies.push(await desk.signIn('devices@example.fr'));
    expect(await sessionOf(cookies[0] ?? '')).toBeNull();
    expect(await sessionOf(cookies[1] ?? '')).not.toBeNull();
    expect(await sessionOf(cookies[10] ?? '')).not.toBeNull();
  });

  test('D-09 what is no session of ours is anonymous and no error', async () => {
    const cookie = await desk.signIn('marie@example.fr');
    const signature = cookie.split('.')[1];
    const tampered = [
      cookie.slice(0, -9),
      `${cookie}; ${cookie}`,
      `guichet=${'k'.repeat(10_240)}`,
      `guichet=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.${signature}`,
      'guichet=%00',
      '=;;=;guichet',
    ];
    for (const tossed of tampered) {
      expect((await desk.post('/auth/join', { token: 'x' }, { cookie: tossed })).status).toBe(401);
    }
    await desk.asOwner('delete from auth.session');
    expect((await desk.post('/auth/join', { token: 'x' }, { cookie })).status).toBe(401);
  });

  test('D-10 dies with the database’s clock: idle, and in all', async () => {
    const clock = (ahead: string) =>
      desk.asOwner(`create or replace function auth.clock() returns timestamptz language sql stable parallel safe
        return transaction_timestamp() + interval '${ahead}'`);
    const statusAfter = async (cookie: string, ahead: string) => {
      await clock(ahead);
      return (await desk.post('/auth/join', { token: 'x' }, { cookie })).status;
    };
    const idle = await desk.signIn('marie@example.fr');
    expect(await statusAfter(idle, '11 hours')).toBe(403); // alive: the invitation is what is refused
    expect(await statusAfter(idle, '22 hours')).toBe(403); // used eleven hours ago
    expect(await statusAfter(idle, '35 hours')).toBe(401);
    expect(await statusAfter(idle, '35 hours')).toBe(401); // looking at a dead session does not wake it
    await clock('0');
    const busy = await desk.signIn('marie@example.fr');
    for (let hour = 11; hour < 167; hour += 11) expect([hour, await statusAfter(busy, `${hour} hours`)]).toEqual([hour, 403]);
    expect(await statusAfter(busy, '167 hours')).toBe(403);
    expect(await statusAfter(busy, '168 hours')).toBe(401); // however busy, seven days are all
    await clock('0');
  });

  test('notes its use at most once a minute', async () => {
    const cookie = await desk.signIn('marie@example.fr');
    const used = async () => (await desk.asOwner('select max(last_used_at)::text as at from auth.session'))[0]?.['at'];
    const before = await used();
    await desk.post('/auth/join', { token: 'x' }, { cookie });
    expect(await used()).toBe(before);
    await desk.asOwner(`update auth.session set last_used_at = last_used_at - interval '61 seconds'`);
    await desk.post('/auth/join', { token: 'x' }, { cookie });
    expect(await used()).not.toBe(before);
  });
});

const change = (currentPassword: string, newPassword: string) => ({ currentPassword, newPassword });

describe('a sign-in', () => {
  test('D-24 is taken from our own origin alone, and never without one', async () => {
    const foreign = ['https://evil.example', 'null', `${baseUrl}.evil.example`, `${baseUrl}/`, 'http://guichet.test', ''];
    for (const origin of foreign) {
      const answer = await desk.post('/auth/sign-in/email', credentials, { origin });
      expect(answer).toMatchObject({ status: 403, json: { code: 'FORBIDDEN' }, cookie: null });
    }
    // However the path is spelled, it is the same route.
    for (const path of ['/auth/sign-in/email', '/auth/%73ign-in/email', '/auth/sign%2Din/email'])
      expect(await desk.post(path, credentials, { origin: null })).toMatchObject({ status: 403, cookie: null });
    const crossSite = await desk.post('/auth/sign-in/email', credentials, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(crossSite).toMatchObject({ status: 403, cookie: null });
    expect((await desk.post('/auth/sign-in/email', credentials)).status).toBe(200);
  });

  test('D-23 a foreign page can neither sign somebody out nor ask for anything', async () => {
    const cookie = await desk.signIn('marie@example.fr');
    const evil = { cookie, origin: 'https://evil.example' };
    for (const path of ['/auth/sign-out', '/auth/change-password', '/auth/join', '/auth/request-password-reset']) {
      expect((await desk.post(path, {}, evil)).status).toBe(403);
    }
    expect(await sessionOf(cookie)).not.toBeNull();
  });

  test.each([
    { what: 'a list of sign-ins', body: [credentials, credentials] },
    { what: 'a list of passwords', body: { email: 'marie@example.fr', password: [goodPassword, goodPassword] } },
    { what: 'a list of addresses', body: { email: ['marie@example.fr', 'paul@example.fr'], password: goodPassword } },
    { what: 'a password twice', body: `{"email":"marie@example.fr","password":"a","password":"${goodPassword}"}` },
    { what: 'a number', body: { email: 'marie@example.fr', password: 1 } },
    { what: 'nothing', body: {} },
    { what: 'broken JSON', body: '{"email":' },
    { what: 'a prototype', body: '{"__proto__":{"email":"marie@example.fr","password":"x"}}' },
  ])('B-32 one request holds one attempt: $what is refused', async ({ body }) => {
    const answer = await desk.post('/auth/sign-in/email', body);
    expect(answer).toMatchObject({ status: 400, json: { code: 'BAD_USER_INPUT' }, cookie: null });
    expect(answer.text).not.toContain(goodPassword);
  });

  test('tells in the language asked for, and nothing of what was typed', async () => {
    const more = { headers: { 'accept-language': 'en' } };
    const answer = await desk.post('/auth/sign-in/email', { email: 'nobody@example.fr', password: 'canary words here' }, more);
    expect(answer.json).toEqual({
      code: 'INVALID_CREDENTIALS',
      message:
        'The address and the password do not go together, or the address is not confirmed yet: then open the link you were mailed.',
    });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(desk.logged).toEqual([]);
  });
});
