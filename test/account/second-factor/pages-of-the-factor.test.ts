import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type AccountDesk, goodPassword, openDesk } from '../account-desk.ts';

const pages = ['sign-in', 'second-factor', 'address'];
let desk: AccountDesk;
let mustHave = false;

beforeAll(async () => {
  desk = await openDesk({ mustHaveFactor: async () => mustHave, onJoin: async () => 'JOINED' });
});
afterAll(() => desk.stop());

describe('the pages of an account', () => {
  test.each(pages)(
    '/%s is whole, in both languages, loads nothing from elsewhere and runs what it brought alone',
    async (page) => {
      const [french, english] = [await desk.get(`/${page}?lang=fr`), await desk.get(`/${page}?lang=en`)];
      for (const [answer, lang] of [[french, 'fr'] as const, [english, 'en'] as const]) {
        expect([answer.status, answer.headers['content-language']]).toEqual([200, lang]);
        expect(answer.headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'nonce-/);
        expect(answer.headers['cache-control']).toBe('no-store');
        expect(answer.text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
        expect(answer.text.split('<script')[0]).not.toContain('undefined');
        expect(answer.text.match(/<h1>/g)).toHaveLength(1);
      }
      expect(french.text).not.toBe(english.text);
    },
  );

  test.each(pages)('on /%s every field has its label, and passwords and codes are known as such to browsers', async (page) => {
    const { text } = await desk.get(`/${page}?lang=en`);
    const fields = [...text.matchAll(/<input id="([\w-]+)"[^>]*>/g)];
    expect(fields.length).toBeGreaterThan(0);
    for (const [field, id] of fields) {
      expect(text).toContain(`<label for="${id}">`);
      expect(field).toMatch(/autocomplete="(?:email|username|current-password|new-password|one-time-code)"/);
    }
    expect(new Set(fields.map(([, id]) => id)).size).toBe(fields.length);
  });

  test('opening one changes nothing, whoever opens it', async () => {
    await desk.open('reader@example.fr');
    const cookie = await desk.signIn('reader@example.fr');
    for (const page of pages) await desk.get(`/${page}`, { cookie });
    expect(await desk.asOwner('select 1 from auth.second_factor union all select 1 from auth.address_change')).toEqual([]);
  });

  test.each([
    'sign-in/code',
    'second-factor/offer',
    'second-factor/confirm',
    'second-factor/switch-off',
    'second-factor/backup-codes',
    'account',
    'change-address',
  ])('D-23 /auth/%s is taken from our own origin alone, never without one, and never by GET', async (act) => {
    for (const origin of [null, 'https://evil.example'])
      expect((await desk.post(`/auth/${act}`, { code: '123456', password: goodPassword }, { origin })).status).toBe(403);
    expect((await desk.get(`/auth/${act}`)).status).toBe(404);
  });
});

describe('whoever must have a second factor and has none', () => {
  test('is told so at sign-in and when an invitation is accepted, and reads what is asked for', async () => {
    const email = 'head@example.fr';
    await desk.open(email);
    mustHave = true;
    const signedIn = await desk.post('/auth/sign-in/email', { email, password: goodPassword });
    expect([signedIn.status, signedIn.json.secondFactor]).toEqual([200, 'SET_UP']);
    const joined = await desk.post('/auth/join', { token: 'an-invitation' }, { cookie: signedIn.cookie ?? '' });
    expect([joined.status, joined.json]).toEqual([200, { status: true, secondFactor: 'SET_UP' }]);
    const account = await desk.post('/auth/account', {}, { cookie: joined.cookie ?? '' });
    expect(account.json).toEqual({ email, hasSecondFactor: false, isRequired: true, backupCodesLeft: 0 });
    mustHave = false;
    const again = await desk.post('/auth/sign-in/email', { email, password: goodPassword });
    expect(again.json).not.toHaveProperty('secondFactor');
  });
});
