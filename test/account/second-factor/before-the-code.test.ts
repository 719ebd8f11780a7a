import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type AccountDesk, goodPassword, openDesk } from '../account-desk.ts';
import { awayFromTheEdge, begin, type Telephone, withFactor } from './telephone.ts';

const owner = 'marie@example.fr';
let desk: AccountDesk;
let telephone: Telephone;

beforeAll(async () => {
  desk = await openDesk();
  telephone = await withFactor(desk, owner);
});
afterAll(() => desk.stop());

const isKnown = async (cookie: string) => (await desk.post('/auth/account', {}, { cookie })).status === 200;

describe('between the password and the code', () => {
  test('D-12 a person is nobody to every act that wants a session', async () => {
    const cookie = await begin(desk, owner);
    const acts = ['account', 'change-password', 'change-address', 'join', 'second-factor/offer', 'second-factor/confirm'];
    for (const act of [...acts, 'second-factor/backup-codes', 'second-factor/switch-off']) {
      const body = {
        code: '123456',
        token: 'abc',
        email: 'a@b.fr',
        password: goodPassword,
        currentPassword: goodPassword,
        newPassword: 'x',
      };
      const answer = await desk.post(`/auth/${act}`, body, { cookie });
      expect([act, answer.status, answer.json.code]).toEqual([act, 401, 'UNAUTHENTICATED']);
    }
  });

  test('the sign-in is over after ten minutes, and at once when signed out', async () => {
    const [left, ended] = [await begin(desk, owner), await begin(desk, owner)];
    await desk.post('/auth/sign-out', {}, { cookie: ended });
    expect((await desk.post('/auth/sign-in/code', { code: await telephone.code() }, { cookie: ended })).json.code).toBe(
      'UNAUTHENTICATED',
    );
    await desk.asOwner(`update auth.session set created_at = created_at - interval '10 minutes' where second_factor_at is null`);
    expect((await desk.post('/auth/sign-in/code', { code: await telephone.code() }, { cookie: left })).json.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  test('D-25 signing in by the password alone, again and again, ends no session that a code opened', async () => {
    for (let n = 0; n < 12; n += 1) await begin(desk, owner);
    expect(await isKnown(telephone.cookie)).toBe(true);
  });

  test('a code without a password before it is of no use', async () => {
    const answer = await desk.post('/auth/sign-in/code', { code: await telephone.code() });
    expect([answer.status, answer.json.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  test('a reset of the password leaves the factor in place and ends the sign-in that waits', async () => {
    await awayFromTheEdge(desk);
    const cookie = await begin(desk, owner);
    await desk.post('/auth/request-password-reset', { email: owner });
    const newPassword = goodPassword;
    expect((await desk.post('/auth/reset-password', { token: await desk.tokenFor(owner), newPassword })).status).toBe(200);
    expect((await desk.post('/auth/sign-in/code', { code: await telephone.code() }, { cookie })).json.code).toBe(
      'UNAUTHENTICATED',
    );
    expect(await isKnown(telephone.cookie)).toBe(false);
    expect(await begin(desk, owner)).not.toBe('');
  });
});
