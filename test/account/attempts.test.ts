import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { countingHashes, hashesEvaluated } from '../world/count-hashes.ts';
import type { AccountDesk } from './account-desk.ts';

const { goodPassword, openDesk } = await countingHashes(() => import('./account-desk.ts'));

let desk: AccountDesk;
beforeAll(async () => {
  const wide = { points: 1000, duration: 900 };
  desk = await openDesk({ trustedProxies: ['127.0.0.1'], limits: { mailsOfLine: wide, linksOfLine: wide } });
}, 60_000);
afterAll(() => desk.stop());

const attempt = async (email: string, password: string, from?: string) =>
  desk.post('/auth/sign-in/email', { email, password }, from === undefined ? {} : { from });
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status);

/** Thirty addresses in every dress an attacker has at hand. */
const dresses = (index: number) =>
  [
    `203.0.113.${index}`,
    `198.51.100.${index}, 203.0.113.${index}`,
    `2001:db8:${index}::1`,
    `::ffff:192.0.2.${index}`,
    `[2001:DB8:${index}:1::2]:4711`,
  ][index % 5] ?? '';
const spelt = (email: string, index: number) => (index % 2 ? email.toUpperCase() : ` ${email} `);

describe('attempts on one account', () => {
  test('D-03 thirty wrong passwords from thirty addresses: ten are evaluated, its owner is told once, a quarter later it is open', async () => {
    await desk.open('marie@example.fr');
    const before = hashesEvaluated();
    const answers = [];
    for (let index = 1; index <= 30; index += 1) {
      answers.push(await attempt(spelt('marie@example.fr', index), 'not the right words', dresses(index)));
    }
    expect(statuses(answers)).toEqual([...Array<number>(10).fill(401), ...Array<number>(20).fill(429)]);
    expect(hashesEvaluated() - before).toBe(10);
    const [refused] = answers.slice(-1);
    expect(refused?.json).toMatchObject({
      code: 'THROTTLED',
      message: expect.stringMatching(/^Trop d’essais\. Recommencez dans \d+ minutes?\.$/),
      retryAfter: expect.any(Number),
    });
    expect(Number(refused?.headers['retry-after'])).toBeLessThanOrEqual(900);
    expect((await attempt('marie@example.fr', goodPassword, '203.0.113.99')).status).toBe(429);

    const told = (await desk.mailsTo('marie@example.fr')).filter(({ subject }) => subject.startsWith('Plusieurs essais'));
    expect(told).toHaveLength(1);

    await desk.asOwner('update auth.attempt set expire = expire - 900000');
    expect((await attempt('marie@example.fr', goodPassword, '203.0.113.99')).status).toBe(200);
  });

  test('D-03 thirty at the same moment: no more than ten are evaluated', async () => {
    await desk.open('burst@example.fr');
    const before = hashesEvaluated();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => attempt('burst@example.fr', 'not the right words', dresses(index + 31))),
    );
    expect(statuses(answers).filter((status) => status === 401)).toHaveLength(10);
    expect(hashesEvaluated() - before).toBe(10);
  });

  test('D-03 an unknown address is refused after as many, in the same words', async () => {
    const before = hashesEvaluated();
    const answers = [];
    for (let index = 1; index <= 11; index += 1)
      answers.push(await attempt('nobody@example.fr', 'not the right words', '192.0.2.200'));
    expect(statuses(answers)).toEqual([...Array<number>(10).fill(401), 429]);
    expect(hashesEvaluated() - before).toBe(10);
    expect(await desk.mailsTo('nobody@example.fr')).toEqual([]);
  });

  test('B-32 the right password counts nothing; wrong ones count whatever request they come in', async () => {
    await desk.open('often@example.fr');
    for (let time = 0; time < 15; time += 1) expect((await attempt('often@example.fr', goodPassword)).status).toBe(200);
    for (let time = 0; time < 10; time += 1) expect((await attempt('often@example.fr', 'not the right words')).status).toBe(401);
    expect((await attempt('often@example.fr', goodPassword)).status).toBe(429);
  });

  test('a new password by mail opens it again at once', async () => {
    await desk.open('locked@example.fr');
    for (let time = 0; time < 11; time += 1) await attempt('locked@example.fr', 'not the right words');
    expect((await attempt('locked@example.fr', goodPassword)).status).toBe(429);
    await desk.post('/auth/request-password-reset', { email: 'locked@example.fr' });
    const token = await desk.tokenFor('locked@example.fr');
    expect((await desk.post('/auth/reset-password', { token, newPassword: 'quite new words' })).status).toBe(200);
    expect((await attempt('locked@example.fr', 'quite new words')).status).toBe(200);
  });

  test('changing a password counts as an attempt on it', async () => {
    await desk.open('changer@example.fr');
    const cookie = await desk.signIn('changer@example.fr');
    const body = { currentPassword: 'not the right words', newPassword: 'quite new words' };
    const answers = [];
    for (let time = 0; time < 11; time += 1) answers.push(await desk.post('/auth/change-password', body, { cookie }));
    expect(statuses(answers)).toEqual([...Array<number>(10).fill(401), 429]);
  });
});

describe('attempts of one network', () => {
  test('D-04 one password on many accounts from one address is stopped, and logged without the address', async () => {
    const answers = [];
    for (let account = 0; account < 80; account += 1) {
      answers.push(await attempt(`spray${account}@example.fr`, 'summer in marseille', '192.0.2.77'));
    }
    expect(statuses(answers).filter((status) => status === 401)).toHaveLength(60);
    expect(desk.logged.filter((line) => line.includes('passwordsOfLine'))).toHaveLength(1);
    expect(desk.logged.join()).not.toMatch(/192\.0\.2|spray/);
    expect((await attempt('spray1@example.fr', 'summer in marseille', '192.0.3.78')).status).toBe(401);
  });

  test('D-04 all of an IPv6 /64 count together', async () => {
    const answers = await Promise.all(
      Array.from({ length: 80 }, (_, host) =>
        attempt(`six${host}@example.fr`, 'summer in marseille', `2001:db8:77:1:${host}::${host}`),
      ),
    );
    expect(statuses(answers).filter((status) => status === 401)).toHaveLength(60);
  });

  test('D-04 a refused network spends nothing of an account', async () => {
    await desk.open('spared@example.fr');
    for (let time = 0; time < 15; time += 1) await attempt('spared@example.fr', 'summer in marseille', '192.0.2.77');
    expect((await attempt('spared@example.fr', goodPassword, '203.0.113.1')).status).toBe(200);
  });

  test('no address and no account stands in the table of attempts', async () => {
    const rows = await desk.asOwner('select key from auth.attempt');
    expect(rows.length).toBeGreaterThan(10);
    expect(JSON.stringify(rows)).not.toMatch(/@|\d+\.\d+\.\d+|2001:/);
  });

  test('mail asked for one address is bounded, known or not', async () => {
    await desk.open('flooded@example.fr');
    for (const email of ['flooded@example.fr', 'stranger@example.fr']) {
      const answers = [];
      for (let time = 0; time < 8; time += 1) answers.push(await desk.post('/auth/request-password-reset', { email }));
      expect(statuses(answers).slice(-2)).toEqual([429, 429]);
    }
    expect((await desk.mailsTo('flooded@example.fr')).length).toBeLessThanOrEqual(6);
  });
});
