import { setTimeout as wait } from 'node:timers/promises';
import { usualCost } from '@guichet/gateway/account/password/password-hash';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type AccountDesk, goodPassword, openDesk } from '../account-desk.ts';

// To evaluate a password takes as long as in production: what comes between is what is tested.
let desk: AccountDesk;
beforeAll(async () => {
  desk = await openDesk({ hashCost: usualCost });
}, 60_000);
afterAll(() => desk.stop());

const newPassword = 'violet anchor bicycle';
const isAlive = async (cookie: string) => (await desk.post('/auth/account', {}, { cookie })).status === 200;

async function resetLink(email: string): Promise<string> {
  await desk.open(email);
  await desk.post('/auth/request-password-reset', { email });
  return desk.tokenFor(email);
}

/** Somebody signs in by the former password again and again while its owner sets a new one; the sessions that outlive it. */
async function sessionsLeft(email: string, setNew: () => Promise<{ readonly status: number }>): Promise<number> {
  const cookies: string[] = [];
  const isOver = new AbortController();
  const signingIn = async () => {
    while (!isOver.signal.aborted) {
      const { cookie } = await desk.post('/auth/sign-in/email', { email, password: goodPassword });
      if (cookie) cookies.push(cookie);
    }
  };
  const intruders = [signingIn(), signingIn()];
  await wait(500);
  expect((await setNew()).status).toBe(200);
  isOver.abort();
  await Promise.all(intruders);
  expect(cookies.length).toBeGreaterThan(0);
  return (await Promise.all(cookies.map(isAlive))).filter(Boolean).length;
}

test('D-07 whoever keeps signing in by the former password is out once a new one was set by a mailed link', async () => {
  for (const email of ['first@example.fr', 'second@example.fr']) {
    const token = await resetLink(email);
    expect(await sessionsLeft(email, () => desk.post('/auth/reset-password', { token, newPassword }))).toBe(0);
  }
}, 60_000);

test('D-07 and likewise once its owner, signed in, has changed it', async () => {
  for (const email of ['fourth@example.fr', 'fifth@example.fr']) {
    await desk.open(email);
    const cookie = await desk.signIn(email);
    const change = { currentPassword: goodPassword, newPassword };
    expect(await sessionsLeft(email, () => desk.post('/auth/change-password', change, { cookie }))).toBe(0);
  }
}, 60_000);

test('D-15 a change of address asked for by the former password while a new one was being set moves nothing', async () => {
  for (const milliseconds of [10, 50]) {
    const [email, theirs] = [`owner${milliseconds}@example.fr`, `theirs${milliseconds}@example.fr`];
    const token = await resetLink(email);
    const cookie = await desk.signIn(email);
    const reset = desk.post('/auth/reset-password', { token, newPassword });
    await wait(milliseconds);
    await desk.post('/auth/change-address', { email: theirs, password: goodPassword }, { cookie });
    expect((await reset).status).toBe(200);
    const [mail] = await desk.mailsTo(theirs);
    const link = mail === undefined ? null : await desk.tokenFor(theirs);
    if (link !== null) expect(await desk.post('/auth/confirm-address', { token: link })).toMatchObject({ status: 400 });
    expect(await desk.signIn(email, newPassword)).toMatch(/^guichet=/);
  }
}, 60_000);

test('D-07 a change of password begun by the former one does not undo the new one', async () => {
  for (const milliseconds of [10, 40]) {
    const email = `owned${milliseconds}@example.fr`;
    const token = await resetLink(email);
    const cookie = await desk.signIn(email);
    const theirs = 'somebody else chose it';
    const change = desk.post('/auth/change-password', { currentPassword: goodPassword, newPassword: theirs }, { cookie });
    await wait(milliseconds);
    expect((await desk.post('/auth/reset-password', { token, newPassword })).status).toBe(200);
    const { cookie: gotten } = await change;
    expect(gotten === null || !(await isAlive(gotten))).toBe(true);
    expect(await desk.signIn(email, theirs)).toBe('refused with 401');
    expect(await desk.signIn(email, newPassword)).toMatch(/^guichet=/);
  }
}, 60_000);
