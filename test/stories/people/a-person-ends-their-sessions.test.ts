import { randomUUID } from 'node:crypto';
import { encodeId } from '@guichet/gateway/connection/node-id';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { countStatements } from '../../world/count-statements.ts';
import { aWorld, type World } from '../../world/world.ts';

const sessionFields = 'loginSessions { id device createdAt lastUsedAt isCurrent }';
const mine = `{ account { ${sessionFields} } }`;
const endOne = `mutation ($input: EndLoginSessionInput!) { endLoginSession(input: $input) { account { ${sessionFields} } userErrors { code } } }`;
const endOthers = `mutation ($input: EndOtherLoginSessionsInput!) {
  endOtherLoginSessions(input: $input) { account { ${sessionFields} } userErrors { code } } }`;

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const sessionsOf = async (person: Actor): Promise<readonly Selected[]> => (await person.read(mine)).account.loginSessions;
const isKnown = async (person: Actor) => (await person.ask('{ account { email } }')).status === 200;
const end = (person: Actor, loginSessionId: string, idempotencyKey: string = randomUUID()) =>
  person.ask(endOne, { input: { loginSessionId, idempotencyKey } });

describe('a person', () => {
  test('sees each device, the last used first, and which one asks', async () => {
    const laptop = await world.candidate('Lena');
    await world.later({ minutes: 2 });
    const telephone = await world.signInAgain(laptop);
    await world.sql(
      `update auth.session set device = 'Firefox, Linux' where user_id = $1 and created_at = (select at from test.clock)`,
      [laptop.accountId],
    );
    expect(await sessionsOf(telephone)).toMatchObject([
      { device: 'Firefox, Linux', isCurrent: true },
      { device: null, isCurrent: false },
    ]);
    expect((await sessionsOf(laptop)).filter(({ isCurrent }) => isCurrent)).toMatchObject([{ device: null }]);
  });

  test('D-07 ends one device at its next request; asked again under the same key, the same is answered', async () => {
    const laptop = await world.candidate('Mona');
    const lost = await world.signInAgain(laptop);
    const id = (await sessionsOf(laptop)).find(({ isCurrent }) => !isCurrent)?.id;
    const key = randomUUID();
    for (let n = 0; n < 2; n += 1) {
      const { data } = await end(laptop, id, key);
      expect([data.endLoginSession.account.loginSessions.length, data.endLoginSession.userErrors]).toEqual([1, []]);
    }
    expect([await isKnown(lost), await isKnown(laptop)]).toEqual([false, true]);
    expect((await end(laptop, id)).errors[0]?.extensions.code).toBe('NOT_FOUND');
    const other = (await sessionsOf(laptop))[0]?.id;
    expect((await end(laptop, other, key)).errors[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await isKnown(laptop)).toBe(true);
  });

  test('D-07 ends every device but the one that asks', async () => {
    const here = await world.candidate('Nils');
    const others = [await world.signInAgain(here), await world.signInAgain(here)];
    const data = await here.read(endOthers, { input: { idempotencyKey: randomUUID() } });
    expect(data.endOtherLoginSessions.account.loginSessions).toMatchObject([{ isCurrent: true }]);
    for (const person of others) expect(await isKnown(person)).toBe(false);
    expect(await isKnown(here)).toBe(true);
  });

  test('neither sees nor ends another’s: it is not found, as what never was', async () => {
    const [own, another] = [await world.candidate('Otto'), await world.candidate('Paul')];
    const theirs = (await sessionsOf(another))[0]?.id;
    expect((await sessionsOf(own)).map(({ id }) => id)).not.toContain(theirs);
    const [foreign, absent, nonsense] = [
      await end(own, theirs),
      await end(own, encodeId('LoginSession', randomUUID())),
      await end(own, 'nonsense'),
    ];
    expect(foreign.errors[0]?.extensions).toEqual({ code: 'NOT_FOUND' });
    expect([absent.errors, nonsense.errors]).toEqual([foreign.errors, foreign.errors]);
    expect(await isKnown(another)).toBe(true);
  });

  test('with several hats sees and ends them without choosing one', async () => {
    const officer = await world.member('imt-mines-albi', ['OFFICER'], 'twice');
    await world.joinSchool(officer, 'imt-mines-ales', ['OBSERVER']);
    const other = await world.signInAgain(officer);
    await officer.read(endOthers, { input: { idempotencyKey: randomUUID() } });
    expect(await isKnown(other)).toBe(false);
  });

  test('D-10 sees no session whose limits have passed, and no sign-in that waits for a code', async () => {
    const officer = await world.member('imt-mines-albi', ['OFFICER'], 'late');
    const idle = await world.signInAgain(officer);
    await world.later({ minutes: 31 });
    const awake = await world.signInAgain(officer);
    expect(await sessionsOf(awake)).toHaveLength(1);
    expect(await isKnown(idle)).toBe(false);
    await world.giveSecondFactor(officer);
    await world.sql(`insert into auth.session (user_id, token, expires_at) values ($1, 'waits-for-a-code', now())`, [
      officer.accountId,
    ]);
    expect(await sessionsOf(awake)).toHaveLength(1);
  });
});

test('D-10 staff’s session, used every 29 minutes, is over after 24 hours in all', async () => {
  const officer = await world.member('imt-mines-albi', ['OFFICER'], 'busy');
  const used = async (minutes: number) => {
    await world.later({ minutes });
    return (await officer.ask('{ account { email } }')).status;
  };
  for (let minutes = 29; minutes < 24 * 60; minutes += 29) expect([minutes, await used(29)]).toEqual([minutes, 200]);
  // Forty-nine times 29 minutes are 23 hours and 41 minutes.
  expect(await used(18)).toBe(200);
  expect(await used(1)).toBe(401);
});

test('nobody is told to sign in', async () => {
  const answer = await world.nobody.ask(endOthers, { input: { idempotencyKey: randomUUID() } });
  expect(answer.errors[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
});

test('ten sessions cost as many statements as one', async () => {
  const one = await world.candidate('Quentin');
  // The first request remembers who asks, the second keeps what they may act as.
  for (let n = 0; n < 2; n += 1) await one.read(mine);
  const few = await countStatements(() => one.read(mine));
  for (let n = 0; n < 9; n += 1) await world.signInAgain(one);
  const many = await countStatements(() => one.read(mine));
  expect(many.answer.account.loginSessions).toHaveLength(10);
  expect(many.statements.length).toBe(few.statements.length);
});
