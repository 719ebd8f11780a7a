import { encodeId } from '@guichet/gateway/connection/node-id';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Actor, type Answer, actor, type Selected } from '../../world/actor.ts';
import { aWorld, type World } from '../../world/world.ts';
import { accept, act, freshKey, invited, mailed, refusalOf } from './invited.ts';

let world: World;
let admin: Actor;
let people = 0;

const albi = 'imt-mines-albi';
const hats = '{ account { hats { kind } } }';
const setFunctions = act('setFunctions', 'membership { id }');

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  people += 1;
  admin = await world.member(albi, ['ADMIN'], `Head ${people}`);
});

const isKnown = async (person: Actor) => (await person.ask(hats)).status === 200;
const cookieOf = ({ headers }: Answer<Selected>) => {
  const set = headers['set-cookie'];
  expect(['undefined', 'string']).toContain(typeof set);
  return set === undefined ? null : (String(set).split(';')[0] ?? '');
};
/** The same person at the door with whatever cookie the answer gave them. */
const goingOn = (person: Actor, answer: Answer<Selected>): Actor =>
  actor(world.gateway, { ...person, cookie: cookieOf(answer) ?? person.cookie, origin: 'http://127.0.0.1:4000' });

/** Hours go by in which the person is at work, so that nothing idles. */
async function atWork({ accountId }: Actor, hours: number) {
  await world.later({ hours });
  await world.sql('update auth.session set last_used_at = auth.clock() where user_id = $1', [accountId]);
}

async function same(person: Actor, functions: readonly string[] = ['ADMIN']) {
  const [row] = await world.sql<{ id: string; version: number }>('select id, version from app.membership where account_id = $1', [
    person.accountId,
  ]);
  const membershipId = encodeId('Membership', row?.id ?? '');
  return { input: { membershipId, expectedVersion: row?.version, functions, idempotencyKey: freshKey() } };
}
const sessionsOf = ({ accountId }: Actor) =>
  world.sql<{ began: string; ends: string; shown: string | null; device: string | null }>(
    `select created_at::text as began, expires_at::text as ends, second_factor_at::text as shown, device from auth.session
      where user_id = $1 order by created_at`,
    [accountId],
  );

describe('a session that is renewed', () => {
  test('D-07 begins when it began, ends when it ended, and was shown the factor when it was', async () => {
    await world.sql('update auth.session set device = $2 where user_id = $1', [admin.accountId, 'Firefox, Linux']);
    const before = await sessionsOf(admin);
    await atWork(admin, 3);
    const further = await world.signInAgain(admin);
    const answer = await admin.ask(setFunctions, await same(admin));
    expect([refusalOf(answer), await isKnown(further), await isKnown(admin)]).toEqual([null, false, false]);
    expect(await isKnown(goingOn(admin, answer))).toBe(true);
    expect(await sessionsOf(admin)).toEqual(before);
  });

  test('D-07 is over after the day staff have, however often its holder changes what they hold', async () => {
    for (let days = 0; days < 3; days += 1) {
      admin = goingOn(admin, await admin.ask(setFunctions, await same(admin)));
      await atWork(admin, 23);
    }
    expect(await isKnown(admin)).toBe(false);
  });
});

describe('an act answered again by its key', () => {
  test('D-07 renews nothing: replayed every 23 hours, a day is all the same the whole life', async () => {
    const variables = await same(admin);
    admin = goingOn(admin, await admin.ask(setFunctions, variables));
    for (let days = 0; days < 3; days += 1) {
      await atWork(admin, 23);
      admin = goingOn(admin, await admin.ask(setFunctions, variables));
    }
    expect(await isKnown(admin)).toBe(false);
  });

  test('D-07 renews nothing of an acceptance either', async () => {
    let observer = await world.candidate(`observer-${people}`);
    const [mail, key] = [await mailed(world, admin, invited(observer.email, ['OBSERVER'])), freshKey()];
    observer = goingOn(observer, await accept(observer, mail, key));
    for (let days = 0; days < 3; days += 1) {
      await atWork(observer, 23);
      observer = goingOn(observer, await accept(observer, mail, key));
    }
    expect(await isKnown(observer)).toBe(false);
  });

  test('D-07 sets no cookie and ends no device, one’s own or a colleague’s', async () => {
    const colleague = await world.member(albi, ['OFFICER'], `Colleague ${people}`);
    const [own, theirs] = [await same(admin), await same(colleague, ['OBSERVER'])];
    expect(refusalOf(await admin.ask(setFunctions, theirs))).toBeNull();
    admin = goingOn(admin, await admin.ask(setFunctions, own));
    const [back, device] = [await world.signInAgain(colleague), await world.signInAgain(admin)];
    for (const variables of [own, theirs]) {
      const again = await admin.ask(setFunctions, variables);
      expect([again.status, refusalOf(again), cookieOf(again)]).toEqual([200, null, null]);
    }
    expect([await isKnown(admin), await isKnown(back), await isKnown(device)]).toEqual([true, true, true]);
  });
});
