import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type AccountDesk, baseUrl, goodPassword, openDesk } from './account-desk.ts';

let desk: AccountDesk;
const joins: string[][] = [];
const verified: string[] = [];
beforeAll(async () => {
  desk = await openDesk({
    onJoin: async (...join) => {
      joins.push(join);
      return joins.length === 1 ? 'JOINED' : 'REFUSED';
    },
    onVerified: async ({ email }) => void verified.push(email),
    limits: { linksOfLine: { points: 1000, duration: 900 }, mailsOfLine: { points: 1000, duration: 900 } },
  });
}, 60_000);
afterAll(() => desk.stop());

const reset = (token: string, newPassword = 'quite new words') => desk.post('/auth/reset-password', { token, newPassword });
async function resetLink(email: string) {
  await desk.open(email);
  await desk.post('/auth/request-password-reset', { email });
  return desk.tokenFor(email);
}

describe('a reset link', () => {
  test('D-15 is good once, ends every session and tells the owner', async () => {
    const token = await resetLink('once@example.fr');
    const cookie = await desk.signIn('once@example.fr');
    expect((await reset(token)).status).toBe(200);
    expect(await desk.accounts.sessions.sessionOf(cookie)).toBeNull();
    expect(await reset(token, 'other new words')).toMatchObject({ status: 400, json: { code: 'LINK_REFUSED' } });
    expect(await desk.signIn('once@example.fr', 'quite new words')).toMatch(/^guichet=/);
    expect(await desk.signIn('once@example.fr', goodPassword)).toBe('refused with 401');
    expect((await desk.mailsTo('once@example.fr')).at(-1)).toMatchObject({ subject: 'Votre mot de passe a changé' });
  });

  test('D-15 used twenty times at the same moment, it is good once', async () => {
    const token = await resetLink('parallel@example.fr');
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => reset(token, `quite new words ${index}`)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(19).fill(400)]);
  });

  test('D-15 lives an hour', async () => {
    const token = await resetLink('late@example.fr');
    const lives = `select extract(epoch from max(expires_at) - auth.clock()) between 3500 and 3600 as hour from auth.verification`;
    expect(await desk.asOwner(lives)).toEqual([{ hour: true }]);
    await desk.asOwner(`update auth.verification set expires_at = expires_at - interval '1 hour'`);
    expect((await reset(token)).status).toBe(400);
  });

  test('D-15 opens no other account, and stands in no table and no log', async () => {
    const token = await resetLink('mine@example.fr');
    await desk.open('theirs@example.fr');
    const stored = await desk.asOwner(
      'select to_jsonb(v) as row from auth.verification v union all select to_jsonb(m) from auth.mail m',
    );
    expect(JSON.stringify(stored)).not.toContain(token);
    const answer = await desk.post('/auth/reset-password', { token, newPassword: 'quite new words', email: 'theirs@example.fr' });
    expect(answer.status).toBe(200);
    expect(await desk.signIn('theirs@example.fr')).toMatch(/^guichet=/);
    expect(desk.logged.join()).not.toContain(token);
  });

  test('D-15 a weak password leaves it good', async () => {
    const token = await resetLink('again@example.fr');
    expect(await reset(token, 'again@example.fr')).toMatchObject({ status: 400, json: { faults: ['EQUALS_EMAIL'] } });
    expect((await reset(token)).status).toBe(200);
  });

  test.each(['', 'x', 'k'.repeat(2048), 'k'.repeat(3000), "' or 1=1 --", '\u0000'])(
    'a token that is none is refused: %j',
    async (token) => {
      expect((await reset(token)).status).toBe(400);
    },
  );
});

test('whoever proves an address is told of, at the proof and at each sign-in', async () => {
  await desk.post('/auth/sign-up/email', { email: 'proof@example.fr', password: goodPassword });
  expect(verified.filter((email) => email === 'proof@example.fr')).toHaveLength(0);
  await desk.post('/auth/verify-email', { token: await desk.tokenFor('proof@example.fr') });
  expect(verified.filter((email) => email === 'proof@example.fr')).toHaveLength(1);
  await desk.signIn('proof@example.fr');
  expect(verified.filter((email) => email === 'proof@example.fr')).toHaveLength(2);
  await desk.post('/auth/sign-up/email', { email: 'finish@example.fr', password: goodPassword });
  await desk.post('/auth/request-password-reset', { email: 'finish@example.fr' });
  await reset(await desk.tokenFor('finish@example.fr'));
  expect(verified.filter((email) => email === 'finish@example.fr')).toHaveLength(1);
});

describe('a link opened by a machine', () => {
  test('D-16 GET and HEAD of every page and route change nothing; the button posts', async () => {
    await desk.post('/auth/sign-up/email', { email: 'scanned@example.fr', password: goodPassword });
    const token = await desk.tokenFor('scanned@example.fr');
    const [link] = (await desk.mailsTo('scanned@example.fr'))[0]?.links ?? [];
    expect(link).toBe(`${baseUrl}/verify#${token}`);
    for (const method of ['GET', 'HEAD']) {
      for (const path of [
        '/verify',
        `/verify?token=${token}`,
        `/auth/verify-email?token=${token}`,
        `/auth/verify-email/${token}`,
      ]) {
        expect([200, 404]).toContain((await desk.get(path, { method })).status);
      }
    }
    const isVerified = `select email_verified from auth."user" where email = 'scanned@example.fr'`;
    expect(await desk.asOwner(isVerified)).toEqual([{ email_verified: false }]);
    expect((await desk.post('/auth/verify-email', { token })).status).toBe(200);
    expect(await desk.asOwner(isVerified)).toEqual([{ email_verified: true }]);
    expect((await desk.post('/auth/verify-email', { token })).status).toBe(200);
  });

  test('D-16 a verification token of another maker is refused', async () => {
    for (const token of ['x', 'a.b.c', await forged({ alg: 'none' }, ''), await forged({ alg: 'HS256' }, 'AAAA')]) {
      expect(await desk.post('/auth/verify-email', { token })).toMatchObject({ status: 400, json: { code: 'LINK_REFUSED' } });
    }
  });
});

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function forged(header: object, signature: string) {
  await desk.post('/auth/sign-up/email', { email: 'forged@example.fr', password: goodPassword });
  return `${part(header)}.${part({ email: 'forged@example.fr', exp: 4_000_000_000 })}.${signature}`;
}

describe('the pages that links open', () => {
  test.each(['verify', 'reset', 'join'])('/%s is whole, in both languages, and lets nothing else run', async (page) => {
    const answer = await desk.get(`/${page}`, { headers: { 'accept-language': 'fr' } });
    const nonce = /'nonce-([\w-]+)'/.exec(String(answer.headers['content-security-policy']))?.[1] ?? '';
    expect(answer.headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'nonce-[\w-]{22}'; style-src 'nonce-/,
    );
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(answer.text).toContain('<html lang="fr">');
    expect(answer.text.match(/<h1>/g)).toHaveLength(1);
    const runnable = answer.text.match(/<(?:script|style)[^>]*>/g) ?? [];
    expect(runnable.every((tag) => tag.includes(`nonce="${nonce}"`))).toBe(true);
    expect(answer.text).not.toMatch(/\son\w+=|javascript:|src=|style=/);
    for (const [, id] of answer.text.matchAll(/<input id="([^"]+)"/g)) expect(answer.text).toContain(`<label for="${id}">`);
    const again = await desk.get(`/${page}?lang=en`);
    expect(again.text).toContain('<html lang="en">');
    expect(again.headers['content-security-policy']).not.toBe(answer.headers['content-security-policy']);
  });

  test('a language that is none is not repeated', async () => {
    expect((await desk.get('/verify?lang=%22%3E%3Cscript%3E')).text).not.toContain('"><script>');
  });
});

describe('an invitation link', () => {
  test('D-20 is handed over as a digest with who is signed in, and refused to nobody in particular', async () => {
    expect((await desk.post('/auth/join', { token: 'an-invitation' })).status).toBe(401);
    await desk.open('invited@example.fr');
    const cookie = await desk.signIn('invited@example.fr');
    const joined = await desk.post('/auth/join', { token: 'an-invitation' }, { cookie });
    expect(joined.json).toEqual({ status: true });
    const digest = createHash('sha256').update('an-invitation').digest('hex');
    expect(joins).toEqual([[expect.stringMatching(/^[\da-f-]{36}$/), 'invited@example.fr', digest]]);
    // A change of rights ends what was handed out before (D-07): the answer brings the new session.
    expect((await desk.post('/auth/join', { token: 'an-invitation' }, { cookie })).status).toBe(401);
    const renewed = String(joined.headers['set-cookie']).split(';')[0] ?? '';
    expect(renewed).not.toBe(cookie);
    const again = await desk.post('/auth/join', { token: 'an-invitation' }, { cookie: renewed });
    expect(again).toMatchObject({ status: 403, json: { code: 'INVITATION_REFUSED' } });
  });
});
