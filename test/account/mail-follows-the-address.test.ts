import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { submitted } from '../world/dossier.ts';
import { sentMails } from '../world/mails.ts';
import { aWorld, type World } from '../world/world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test('D-13 what waits when an address changes is mailed to the new one, signed in again or not', async () => {
  const candidate = await world.candidate('Zoé');
  await submitted(candidate, { schools: ['imt-mines-albi'] });
  const [token, email] = [randomBytes(32).toString('base64url'), 'zoe@nouvelle.example'];
  await world.sql(
    `insert into auth.address_change (user_id, digest, email, expires_at) values ($1, $2, $3, auth.clock() + interval '1 hour')`,
    [candidate.accountId, createHash('sha256').update(token).digest(), email],
  );
  const confirmed = await world.gateway.app.inject({
    method: 'POST',
    url: '/auth/confirm-address',
    headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:4000' },
    payload: { token },
  });
  expect(confirmed.statusCode).toBe(200);
  expect([...new Set((await sentMails(world)).map(({ to }) => to))]).toEqual([email]);
});
