import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type AccountDesk, goodPassword, openDesk } from '../account-desk.ts';
import { awayFromTheEdge, begin, withFactor } from '../second-factor/telephone.ts';

let desk: AccountDesk;
beforeAll(async () => {
  desk = await openDesk({ onJoin: async () => 'JOINED' });
});
afterAll(() => desk.stop());

const sessionsOf = (email: string) =>
  desk.asOwner(`select s.id from auth.session s join auth."user" u on u.id = s.user_id where u.email = '${email}'`);

/** Every session ends between the moment the gateway read it and the moment it is to go on. */
function endingOnce(read: 'sessionOf' | 'begunOf') {
  const { sessions } = desk.accounts;
  const look = sessions[read];
  const spy = jest.spyOn(sessions, read).mockImplementationOnce(async (cookie) => {
    const session = await look(cookie);
    await desk.asOwner('delete from auth.session');
    return session;
  });
  return spy;
}

test('D-07 a session that ended meanwhile does not go on, and nothing is opened in its place', async () => {
  await desk.open('ida@example.fr');
  const session = await desk.accounts.sessions.sessionOf(await desk.signIn('ida@example.fr'));
  if (!session) throw new Error('Nobody is signed in');
  await desk.accounts.sessions.end(session.sessionId);
  expect([await desk.accounts.sessions.renew(session), await sessionsOf('ida@example.fr')]).toEqual([null, []]);
});

test('D-07 of two that go on from one session at once, one does', async () => {
  await desk.open('jo@example.fr');
  const session = await desk.accounts.sessions.sessionOf(await desk.signIn('jo@example.fr'));
  if (!session) throw new Error('Nobody is signed in');
  const renewed = await Promise.all(Array.from({ length: 8 }, () => desk.accounts.sessions.renew(session)));
  expect(renewed.filter((each) => each !== null)).toHaveLength(1);
  expect((await sessionsOf('jo@example.fr')).length).toBeLessThanOrEqual(1);
});

test('D-07 nobody takes the place of a session of somebody else', async () => {
  for (const email of ['kai@example.fr', 'lou@example.fr']) await desk.open(email);
  const [kai, lou] = [await desk.signIn('kai@example.fr'), await desk.signIn('lou@example.fr')];
  const [own, other] = [await desk.accounts.sessions.sessionOf(kai), await desk.accounts.sessions.sessionOf(lou)];
  if (!own || !other) throw new Error('Nobody is signed in');
  expect(await desk.accounts.sessions.renew({ ...own, sessionId: other.sessionId })).toBeNull();
  expect(await sessionsOf('lou@example.fr')).toHaveLength(1);
});

test('D-06 a right code opens nothing once the sign-in that waited for it has ended', async () => {
  const telephone = await withFactor(desk, 'mia@example.fr');
  await awayFromTheEdge(desk);
  const cookie = await begin(desk, 'mia@example.fr');
  endingOnce('begunOf');
  const answer = await desk.post('/auth/sign-in/code', { code: await telephone.code() }, { cookie });
  expect([answer.status, answer.json.code, answer.cookie ?? null]).toEqual([401, 'UNAUTHENTICATED', null]);
  expect(await sessionsOf('mia@example.fr')).toEqual([]);
});

test('D-07 whoever joins or takes the factor away under a session that ended meanwhile signs in again', async () => {
  const telephone = await withFactor(desk, 'noa@example.fr');
  endingOnce('sessionOf');
  const joined = await desk.post('/auth/join', { token: 'x'.repeat(43) }, { cookie: telephone.cookie });
  expect([joined.status, joined.json.status]).toEqual([200, true]);
  expect(await sessionsOf('noa@example.fr')).toEqual([]);
  await awayFromTheEdge(desk);
  const begun = await begin(desk, 'noa@example.fr');
  const opened = await desk.post('/auth/sign-in/code', { code: await telephone.code() }, { cookie: begun });
  endingOnce('sessionOf');
  const proof = { password: goodPassword, code: await telephone.code(1) };
  const answer = await desk.post('/auth/second-factor/switch-off', proof, { cookie: opened.cookie ?? '' });
  expect([answer.status, answer.json.code]).toEqual([401, 'UNAUTHENTICATED']);
  expect(await sessionsOf('noa@example.fr')).toEqual([]);
});

test('D-07 a session may not be dated by whoever opens it', async () => {
  await desk.open('pia@example.fr');
  await desk.pool.query(`insert into auth.session (user_id, token, expires_at, created_at)
    select id, repeat('p', 48), now() + interval '1 year', now() + interval '1 year' from auth."user" where email = 'pia@example.fr'`);
  const [row] = await desk.asOwner(`select created_at <= now() and expires_at <= now() + interval '7 days' as is_dated
    from auth.session where token = repeat('p', 48)`);
  expect(row).toEqual({ is_dated: true });
});
