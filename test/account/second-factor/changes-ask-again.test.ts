import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type AccountDesk, goodPassword, openDesk } from '../account-desk.ts';
import { begin, type Telephone, withFactor } from './telephone.ts';

let desk: AccountDesk;
let owner = '';
let telephone: Telephone;
let accounts = 0;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());
beforeEach(async () => {
  accounts += 1;
  owner = `owner-${accounts}@example.fr`;
  telephone = await withFactor(desk, owner);
});

const ask = (act: string, body: object, cookie = telephone.cookie) => desk.post(`/auth/${act}`, body, { cookie });
const subjects = async (address: string) => (await desk.mailsTo(address)).map(({ subject }) => subject);

describe('a second factor', () => {
  test('D-13 is offered for the password alone, once there is none, and told by mail when it counts', async () => {
    expect((await ask('second-factor/offer', { password: 'wrong' })).json.code).toBe('INVALID_CREDENTIALS');
    expect((await ask('second-factor/offer', { password: goodPassword })).json.code).toBe('FACTOR_IS_SET');
    expect(await subjects(owner)).toContain('La double authentification est activée');
  });

  test('that was offered and never shown right counts for nothing', async () => {
    const other = `never-${accounts}@example.fr`;
    await desk.open(other);
    const cookie = await desk.signIn(other);
    const offered = await ask('second-factor/offer', { password: goodPassword }, cookie);
    expect([offered.json.uri, offered.json.drawing]).toEqual([
      expect.stringMatching(/^otpauth:\/\/totp\/Guichet/),
      expect.stringMatching(/^<svg/),
    ]);
    const { json } = await ask('second-factor/confirm', { code: '000000' }, cookie);
    expect(json).toMatchObject({ code: 'CODE_REFUSED', message: expect.stringContaining('téléphone') });
    // There are none yet.
    expect(json['message']).not.toContain('secours');
    expect((await desk.post('/auth/sign-in/email', { email: other, password: goodPassword })).json.user).toMatchObject({
      email: other,
    });
  });

  test('D-07 ends the sessions of other devices when it is set up and when it is switched off', async () => {
    const other = await ask('sign-in/code', { code: telephone.backupCodes[0] }, await begin(desk, owner));
    expect((await ask('account', {}, other.cookie ?? '')).status).toBe(200);
    const off = await ask('second-factor/switch-off', { password: goodPassword, code: telephone.backupCodes[1] });
    expect(off.status).toBe(200);
    expect((await ask('account', {}, other.cookie ?? '')).status).toBe(401);
    expect((await ask('account', {})).status).toBe(401);
    expect((await ask('account', {}, off.cookie ?? '')).json).toMatchObject({ hasSecondFactor: false, backupCodesLeft: 0 });
    expect(await subjects(owner)).toContain('La double authentification est désactivée');
    expect((await desk.post('/auth/sign-in/email', { email: owner, password: goodPassword })).json.user).toBeDefined();
  });

  test.each(['switch-off', 'backup-codes'])('D-13 %s asks for the password and for a code again', async (act) => {
    expect((await ask(`second-factor/${act}`, { code: telephone.backupCodes[0] })).json.code).toBe('BAD_USER_INPUT');
    expect((await ask(`second-factor/${act}`, { password: goodPassword })).json.code).toBe('BAD_USER_INPUT');
    const wrong = await ask(`second-factor/${act}`, { password: 'wrong', code: telephone.backupCodes[0] });
    expect(wrong.json.code).toBe('INVALID_CREDENTIALS');
    expect((await ask(`second-factor/${act}`, { password: goodPassword, code: '000000' })).json.code).toBe('CODE_REFUSED');
    const right = await ask(`second-factor/${act}`, { password: goodPassword, code: telephone.backupCodes[0] });
    expect(right.status).toBe(200);
  });

  test('gives ten new backup codes, and the former ones open nothing more', async () => {
    const renewed = await ask('second-factor/backup-codes', { password: goodPassword, code: telephone.backupCodes[0] });
    const codes = renewed.json.backupCodes as string[];
    expect(new Set([...codes, ...telephone.backupCodes]).size).toBe(20);
    expect(await subjects(owner)).toContain('Vos codes de secours ont été remplacés');
    const cookie = await begin(desk, owner);
    expect((await ask('sign-in/code', { code: telephone.backupCodes[2] }, cookie)).json.code).toBe('CODE_REFUSED');
    expect((await ask('sign-in/code', { code: codes[2] }, cookie)).status).toBe(200);
  });

  test('a change of password keeps it, and the session it answers was opened with it', async () => {
    const newPassword = 'another kelp harbour';
    const changed = await ask('change-password', { currentPassword: goodPassword, newPassword });
    expect((await ask('account', {}, changed.cookie ?? '')).json).toMatchObject({ hasSecondFactor: true });
    const again = await desk.post('/auth/sign-in/email', { email: owner, password: newPassword });
    expect(again.json.secondFactor).toBe('CODE');
  });
});

describe('a session', () => {
  test('that no code opened is over once the account has a factor, even if nothing ended it', async () => {
    const other = `raced-${accounts}@example.fr`;
    await desk.open(other);
    const cookie = await desk.signIn(other);
    await desk.asOwner(`insert into auth.second_factor (user_id, sealed_secret, confirmed_at)
      select id, '\\x00', now() from auth."user" where email = '${other}'`);
    expect((await ask('account', {}, cookie)).status).toBe(401);
  });
});

describe('an address', () => {
  const fresh = () => `new-${accounts}@example.fr`;

  test('D-13 changes with the password and a link mailed to the new one; the old one is told, every device is signed out', async () => {
    expect((await ask('change-address', { email: fresh(), password: 'wrong' })).json.code).toBe('INVALID_CREDENTIALS');
    expect((await ask('change-address', { email: fresh(), password: goodPassword })).status).toBe(200);
    expect((await ask('account', {})).json).toMatchObject({ email: owner });
    const token = await desk.tokenFor(fresh());
    expect((await desk.post('/auth/confirm-address', { token })).status).toBe(200);
    expect((await ask('account', {})).status).toBe(401);
    expect(await subjects(owner)).toContain('L’adresse de votre compte a changé');
    expect((await desk.post('/auth/sign-in/email', { email: owner, password: goodPassword })).status).toBe(401);
    expect(await begin(desk, fresh())).not.toBe('');
    expect((await desk.post('/auth/confirm-address', { token })).json.code).toBe('LINK_REFUSED');
  });

  test('D-13 asked for before the password was changed or reset is given no more: who knew the former password takes no account', async () => {
    const newPassword = 'another kelp harbour';
    await ask('change-address', { email: fresh(), password: goodPassword });
    await ask('change-password', { currentPassword: goodPassword, newPassword });
    expect((await desk.post('/auth/confirm-address', { token: await desk.tokenFor(fresh()) })).json.code).toBe('LINK_REFUSED');

    const other = `reset-${accounts}@example.fr`;
    await desk.open(other);
    const wanted = `taker-${accounts}@example.fr`;
    await ask('change-address', { email: wanted, password: goodPassword }, await desk.signIn(other));
    await desk.post('/auth/request-password-reset', { email: other });
    await desk.post('/auth/reset-password', { token: await desk.tokenFor(other), newPassword });
    expect((await desk.post('/auth/confirm-address', { token: await desk.tokenFor(wanted) })).json.code).toBe('LINK_REFUSED');
    expect((await desk.post('/auth/sign-in/email', { email: other, password: newPassword })).status).toBe(200);
  });

  test('D-15 once changed, a link to the former one resets nothing', async () => {
    await desk.post('/auth/request-password-reset', { email: owner });
    const reset = await desk.tokenFor(owner);
    await ask('change-address', { email: fresh(), password: goodPassword });
    await desk.post('/auth/confirm-address', { token: await desk.tokenFor(fresh()) });
    const answer = await desk.post('/auth/reset-password', { token: reset, newPassword: 'another kelp harbour' });
    expect(answer.json.code).toBe('LINK_REFUSED');
  });

  test('D-01 of somebody else is answered as any other, and only its holder is told', async () => {
    const taken = `taken-${accounts}@example.fr`;
    await desk.open(taken);
    const [free, held] = [
      await ask('change-address', { email: fresh(), password: goodPassword }),
      await ask('change-address', { email: taken, password: goodPassword }),
    ];
    expect([held.status, held.text]).toEqual([free.status, free.text]);
    expect((await subjects(taken)).at(-1)).toBe('Vous avez déjà un compte');
  });

  test('a link is refused after an hour, and when somebody took the address meanwhile', async () => {
    await ask('change-address', { email: fresh(), password: goodPassword });
    const token = await desk.tokenFor(fresh());
    await desk.open(fresh());
    expect((await desk.post('/auth/confirm-address', { token })).json.code).toBe('LINK_REFUSED');
    await ask('change-address', { email: `late-${accounts}@example.fr`, password: goodPassword });
    await desk.asOwner(`update auth.address_change set expires_at = now()`);
    const late = await desk.tokenFor(`late-${accounts}@example.fr`);
    expect((await desk.post('/auth/confirm-address', { token: late })).json.code).toBe('LINK_REFUSED');
  });
});
