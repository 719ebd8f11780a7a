import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../world/actor.ts';
import { secret } from '../world/server.ts';
import { aWorld, type World } from '../world/world.ts';
import { dataFolder, run } from './started-platform.ts';

const folder = dataFolder();
let world: World;
let admin: Actor;
beforeAll(async () => {
  world = await aWorld();
  admin = await world.member('imt-mines-albi', ['ADMIN'], 'head');
}, 60_000);
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

async function removed(...words: string[]) {
  const environment = { DATABASE_URL: world.ownerUrl, GUICHET_SECRET: secret, GUICHET_DATA: folder };
  const ran = run('remove-factor', words, environment);
  return { status: await ran.ended, words: ran.output() };
}

const rows = (table: string) => world.sql(`select from auth.${table} where user_id = $1`, [admin.accountId]);
const missing = async (person: Actor) => (await person.ask('{ desk { school { slug } } }')).errors[0]?.extensions.reason;

test('the operator takes a lost factor away with every session, and a mail says so', async () => {
  expect([(await rows('second_factor')).length, (await rows('session')).length]).toEqual([1, 1]);
  expect(await removed(admin.email)).toMatchObject({ status: 0, words: expect.stringContaining('every session has ended') });
  expect([await rows('second_factor'), await rows('backup_code'), await rows('session')]).toEqual([[], [], []]);
  expect(await world.sql('select kind from auth.mail where recipient = $1', [admin.email])).toContainEqual({
    kind: 'SECOND_FACTOR_OFF',
  });
});

test('whose rights ask for a factor is nobody until a new one is set up', async () => {
  expect(await missing(await world.signInAgain(admin))).toBe('SECOND_FACTOR');
});

test('an account without one, a wrong address and two addresses are refused with what is missing, and nothing is changed', async () => {
  const officer = await world.member('imt-mines-albi', ['OFFICER']);
  expect(await removed(officer.email)).toMatchObject({ status: 1, words: expect.stringContaining('has no second factor here') });
  expect(await removed('no address')).toMatchObject({ status: 1, words: expect.stringContaining('usage: pnpm factor:remove') });
  expect(await removed('a@example.org', 'b@example.org')).toMatchObject({ status: 1 });
  expect(await world.sql('select from auth.session where user_id = $1', [officer.accountId])).toHaveLength(1);
});
