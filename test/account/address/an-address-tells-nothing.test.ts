import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type AccountDesk, goodPassword, openDesk } from '../account-desk.ts';

let desk: AccountDesk;
beforeAll(async () => {
  desk = await openDesk();
}, 60_000);
afterAll(() => desk.stop());

const signUp = (email: string, password: string) => desk.post('/auth/sign-up/email', { email, password });
const enter = (email: string, password: string) => desk.post('/auth/sign-in/email', { email, password });

test('D-01 whoever opens an account for an address and signs in to it is not told whether it had one', async () => {
  await desk.open('has.one@example.fr');
  const password = 'what a stranger chose';
  const [known, unknown] = await Promise.all(
    ['has.one@example.fr', 'has.none@example.fr'].map(async (email) => {
      const { status, text } = await signUp(email, password);
      const tried = await enter(email, password);
      return [status, text, tried.status, tried.text];
    }),
  );
  expect(unknown).toEqual(known);
  expect(unknown?.[2]).toBe(401);
});

test('D-02 a further change of address voids the link of the one before, whether or not somebody has the address asked for', async () => {
  await desk.open('taken@example.fr');
  for (const [index, target] of ['taken@example.fr', 'free@example.fr'].entries()) {
    const [me, second] = [`me${index}@example.fr`, `second${index}@example.fr`];
    await desk.open(me);
    const cookie = await desk.signIn(me);
    const ask = (email: string) => desk.post('/auth/change-address', { email, password: goodPassword }, { cookie });
    await ask(second);
    const token = await desk.tokenFor(second);
    expect(await ask(target)).toMatchObject({ status: 200 });
    expect(await desk.post('/auth/confirm-address', { token })).toMatchObject({ status: 400, json: { code: 'LINK_REFUSED' } });
  }
});

test('who opened an account for another is not let in by the link its owner follows, whichever of the two mails it stands in', async () => {
  const [email, theirs, own] = ['owner@example.fr', 'what a stranger chose', 'what its owner chose'];
  await signUp(email, theirs);
  const first = await desk.tokenFor(email);
  await signUp(email, own);
  const last = await desk.tokenFor(email);
  expect((await desk.post('/auth/verify-email', { token: first })).status).toBe(200);
  expect((await enter(email, theirs)).status).toBe(401);
  expect((await desk.post('/auth/reset-password', { token: last, newPassword: own })).status).toBe(200);
  expect((await enter(email, theirs)).status).toBe(401);
  expect((await enter(email, own)).status).toBe(200);
});
