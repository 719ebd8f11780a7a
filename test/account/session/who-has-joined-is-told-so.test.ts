import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type AccountDesk, openDesk } from '../account-desk.ts';

let desk: AccountDesk;
let isReadable = true;
beforeAll(async () => {
  const mustHaveFactor = async () => {
    if (!isReadable) throw new Error('unreachable');
    return true;
  };
  desk = await openDesk({ onJoin: async () => 'JOINED', mustHaveFactor });
});
afterAll(() => desk.stop());

const join = (cookie: string) => desk.post('/auth/join', { token: 'x'.repeat(43) }, { cookie });

test('whoever joined is told so where the accounts fail just then, and goes on under the session they had', async () => {
  await desk.open('ida@example.fr');
  const cookie = await desk.signIn('ida@example.fr');
  jest.spyOn(desk.accounts.sessions, 'renew').mockRejectedValueOnce(new Error('Connection terminated unexpectedly'));
  const joined = await join(cookie);
  expect([joined.status, joined.json, joined.cookie]).toEqual([200, { status: true, secondFactor: 'SET_UP' }, null]);
  expect(desk.logged.filter((line) => line.includes('sessions-not-ended'))).toHaveLength(1);
  expect((await desk.post('/auth/account', {}, { cookie })).json).toMatchObject({ email: 'ida@example.fr', isRequired: true });
});

test('and likewise where nobody can say whether a second factor is wanted, which the next page asks again', async () => {
  await desk.open('jo@example.fr');
  const cookie = await desk.signIn('jo@example.fr');
  isReadable = false;
  const joined = await join(cookie);
  isReadable = true;
  expect([joined.status, joined.json]).toEqual([200, { status: true }]);
  expect((await desk.post('/auth/account', {}, { cookie: joined.cookie ?? '' })).json).toMatchObject({ isRequired: true });
});
