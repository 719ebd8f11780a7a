import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type AccountDesk, goodPassword, openDesk } from '../account-desk.ts';
import { awayFromTheEdge, begin, type Telephone, withFactor } from './telephone.ts';

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

const give = (cookie: string, code: string) => desk.post('/auth/sign-in/code', { code }, { cookie });
const isKnown = async (cookie: string) => (await desk.post('/auth/account', {}, { cookie })).status === 200;

describe('a time code', () => {
  test('D-06 D-11 opens a new session, once; shown again it is refused, under whatever session it is shown', async () => {
    const [cookie, later] = [await begin(desk, owner), await begin(desk, owner)];
    const code = await telephone.code();
    const opened = await give(cookie, code);
    expect([opened.status, opened.json.user]).toMatchObject([200, { email: owner }]);
    expect(opened.cookie).not.toBe(cookie);
    expect(await isKnown(opened.cookie ?? '')).toBe(true);
    expect(await give(cookie, code)).toMatchObject({ status: 401, json: { code: 'UNAUTHENTICATED' } });
    expect(await give(later, code)).toMatchObject({ status: 401, json: { code: 'CODE_REFUSED' } });
    expect((await give(later, await telephone.code(1))).status).toBe(200);
  });

  test('D-11 of the next half minute is taken, of two before or after it is not; after a later one an earlier one is refused', async () => {
    const cookie = await begin(desk, owner);
    for (const steps of [-2, 2, 3, -1]) expect((await give(cookie, await telephone.code(steps))).json.code).toBe('CODE_REFUSED');
    expect((await give(cookie, await telephone.code(1))).status).toBe(200);
    expect((await give(await begin(desk, owner), await telephone.code())).json.code).toBe('CODE_REFUSED');
  });

  test('D-11 sent twenty times at once opens one session', async () => {
    await awayFromTheEdge(desk);
    const cookie = await begin(desk, owner);
    const code = await telephone.code();
    const answers = await Promise.all(Array.from({ length: 20 }, () => give(cookie, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => ![200, 401, 429].includes(status))).toEqual([]);
  });

  test('D-11 guessed ten times wrong is evaluated no more for a while, the right one neither; the owner is told, nothing is locked', async () => {
    const cookie = await begin(desk, owner);
    for (let n = 0; n < 10; n += 1) expect((await give(cookie, String(100_000 + n))).status).toBe(401);
    const answer = await give(cookie, await telephone.code());
    expect([answer.status, answer.json.code]).toEqual([429, 'THROTTLED']);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(15 * 60);
    expect((await desk.mailsTo(owner)).at(-1)?.subject).toBe('Plusieurs codes erronés sur votre compte');
    expect((await desk.post('/auth/sign-in/email', { email: owner, password: goodPassword })).status).toBe(200);
    await desk.asOwner(`update auth.attempt set expire = 0 where key like 'codesOfAccount%'`);
    expect((await give(cookie, await telephone.code())).status).toBe(200);
  });

  test.each([
    ['a list of codes', { code: ['123456', '123457'] }],
    ['a list of acts', [{ code: '123456' }, { code: '123457' }]],
    ['a number', { code: 123_456 }],
    ['nothing', {}],
    ['a long text', { code: '1'.repeat(33) }],
  ])('B-32 one request holds one code: %s is refused before it counts', async (_, body) => {
    const cookie = await begin(desk, owner);
    expect((await desk.post('/auth/sign-in/code', body, { cookie })).status).toBe(400);
  });
});

describe('a backup code', () => {
  test('D-14 opens once, however it is typed', async () => {
    const [code = ''] = telephone.backupCodes;
    expect(telephone.backupCodes).toHaveLength(10);
    expect((await give(await begin(desk, owner), ` ${code.toUpperCase().replace('-', ' ')}`)).status).toBe(200);
    expect((await give(await begin(desk, owner), code)).json.code).toBe('CODE_REFUSED');
  });

  test('D-14 sent eight times at once opens one session', async () => {
    const cookies = await Promise.all(Array.from({ length: 8 }, () => begin(desk, owner)));
    const answers = await Promise.all(cookies.map((cookie) => give(cookie, telephone.backupCodes[1] ?? '')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(7).fill(401)]);
  });

  test('is kept as a digest, and what codes are made from is encrypted', async () => {
    const rows = JSON.stringify([
      await desk.asOwner(`select encode(digest, 'escape') as text from auth.backup_code`),
      await desk.asOwner(
        `select encode(sealed_secret, 'escape') as text, encode(sealed_secret, 'base64') as also from auth.second_factor`,
      ),
    ]);
    for (const secret of [
      telephone.base32,
      ...telephone.backupCodes,
      ...telephone.backupCodes.map((code) => code.replace('-', '')),
    ])
      expect(rows).not.toContain(secret);
    expect(desk.logged.join('\n')).not.toContain(telephone.base32);
  });
});
