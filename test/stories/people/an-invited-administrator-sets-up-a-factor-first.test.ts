import { invite } from '@guichet/admissions/account/invite';
import { consortiumHat, systemPrincipal } from '@guichet/database/session/hat';
import { inWork } from '@guichet/database/session/work';
import { hashPassword } from '@guichet/gateway/account/password/password-hash';
import { codeAt } from '@guichet/gateway/account/second-factor/time-code';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actor } from '../../world/actor.ts';
import { beginning } from '../../world/template.ts';
import { aWorld, type World } from '../../world/world.ts';

const origin = 'http://127.0.0.1:4000';
const password = 'kelp tram harbour';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

/** One act under /auth: its status, what it answered, and the session it left. */
async function act(path: string, body: object, cookie = '') {
  const answer = await world.gateway.app.inject({
    method: 'POST',
    url: `/auth/${path}`,
    headers: { 'content-type': 'application/json', origin, ...(cookie === '' ? {} : { cookie }) },
    payload: JSON.stringify(body),
  });
  const [pair = cookie] = [answer.headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0] ?? '');
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>(), cookie: pair };
}

test('D-12 an invited administrator accepts, is nobody, sets up a second factor, and runs the school', async () => {
  const person = await world.candidate('Nouvelle tete');
  await world.sql(`insert into auth.account (user_id, account_id, provider_id, password) values ($1, $2, 'credential', $3)`, [
    person.accountId,
    person.accountId,
    await hashPassword(password, { log2N: 10, r: 8, p: 1 }),
  ]);
  const [school] = await world.sql<{ id: string }>(`select id from app.school where slug = 'imt-mines-albi'`);
  const { token } = await inWork(world.gateway.binding, consortiumHat(systemPrincipal), (work) =>
    invite(work, { email: person.email, displayName: 'A. Nouvelle', to: { schoolId: school?.id ?? '', functions: ['ADMIN'] } }),
  );

  const signedIn = await act('sign-in/email', { email: person.email, password });
  expect(signedIn.body).not.toHaveProperty('secondFactor');
  const joined = await act('join', { token }, signedIn.cookie);
  expect([joined.status, joined.body]).toEqual([200, { status: true, secondFactor: 'SET_UP' }]);

  const as = (cookie: string) => actor(world.gateway, { ...person, cookie, origin });
  const refused = await as(joined.cookie).ask('{ desk { school { slug } } }');
  expect([refused.status, refused.errors[0]?.extensions]).toEqual([401, { code: 'UNAUTHENTICATED', reason: 'SECOND_FACTOR' }]);

  const offered = await act('second-factor/offer', { password }, joined.cookie);
  const code = codeAt(String(offered.body.base32), Temporal.Instant.from(beginning));
  const confirmed = await act('second-factor/confirm', { code }, joined.cookie);
  expect(confirmed.body.backupCodes).toHaveLength(10);
  expect(await as(confirmed.cookie).read('{ desk { school { slug } } account { hasSecondFactor } }')).toEqual({
    desk: { school: { slug: 'imt-mines-albi' } },
    account: { hasSecondFactor: true },
  });
  expect((await as(joined.cookie).ask('{ account { email } }')).status).toBe(401);

  const again = await act('sign-in/email', { email: person.email, password });
  expect(again.body).toEqual({ secondFactor: 'CODE' });
  expect((await as(again.cookie).ask('{ account { email } }')).errors[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
  expect((await act('sign-in/code', { code }, again.cookie)).status).toBe(401);
  const later = codeAt(String(offered.body.base32), Temporal.Instant.from(beginning).add({ seconds: 30 }));
  const opened = await act('sign-in/code', { code: later }, again.cookie);
  expect((await as(opened.cookie).read('{ account { email } }')).account.email).toBe(person.email);
});
