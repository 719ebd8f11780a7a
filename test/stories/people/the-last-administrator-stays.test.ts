import { schoolHat } from '@guichet/database/session/hat';
import { inWork } from '@guichet/database/session/work';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Actor, Selected } from '../../world/actor.ts';
import { aWorld, type World } from '../../world/world.ts';
import { act, freshKey, refusalOf } from './invited.ts';

let world: World;
let one: Actor;
let other: Actor;

const school = 'imt-mines-albi';
const members = '{ desk { members { id version functions person { displayName } } } }';
const setFunctions = act('setFunctions', 'membership { id functions rights version endedAt }');
const removeMember = act('removeMember', 'membership { id endedAt }');
const admins = async () =>
  world.sql<{ id: string; account_id: string; version: number }>(
    `select m.id, m.account_id, m.version from app.membership m join app.school s on s.id = m.school_id
      where s.slug = $1 and m.ended_at is null and m.functions @> array['ADMIN']`,
    [school],
  );

/** The template's own administrator leaves, so that these two are the only ones. */
beforeAll(async () => {
  world = await aWorld();
  one = await world.member(school, ['ADMIN'], 'One');
  other = await world.member(school, ['ADMIN'], 'Other');
  const listed = (await one.read(members)).desk.members;
  const template = listed.find(({ person }: Selected) => person.displayName.startsWith('Admin '));
  const input = { membershipId: template.id, expectedVersion: template.version, idempotencyKey: freshKey() };
  expect((await one.read(removeMember, { input })).removeMember.userErrors).toEqual([]);
});
afterAll(() => world.close());

/** Both as they were: administrators, each with a session. */
async function bothAdmins() {
  await world.sql(
    `update app.membership set functions = '{ADMIN}', ended_at = null, version = version + 1 where account_id in ($1, $2)`,
    [one.accountId, other.accountId],
  );
  one = await world.signInAgain(one);
  other = await world.signInAgain(other);
}

async function membershipOf({ accountId }: Actor) {
  const [row] = await world.sql<{ id: string; version: number }>('select id, version from app.membership where account_id = $1', [
    accountId,
  ]);
  return { membershipId: Buffer.from(`Membership:${row?.id}`).toString('base64url'), expectedVersion: row?.version ?? 0 };
}

const demoted = async (person: Actor) => ({
  input: { ...(await membershipOf(person)), functions: ['OFFICER'], idempotencyKey: freshKey() },
});
const removed = async (person: Actor) => ({ input: { ...(await membershipOf(person)), idempotencyKey: freshKey() } });

describe('a school’s administrators', () => {
  test('B-14 who demote each other at once leave one, in fifty rounds', async () => {
    for (let round = 0; round < 50; round += 1) {
      await bothAdmins();
      const [ofOne, ofOther] = await Promise.all([demoted(one), demoted(other)]);
      const answers = await Promise.all(
        round % 2 === 0
          ? [one.ask(setFunctions, ofOther), other.ask(setFunctions, ofOne)]
          : [one.ask(removeMember, await removed(other)), other.ask(setFunctions, ofOne)],
      );
      expect(await admins()).toHaveLength(1);
      const refusals = answers.map(refusalOf).filter((code) => code !== null);
      expect(refusals).toHaveLength(1);
      // Whoever came second is told so, or is asked to sign in: the first act took their right.
      expect(['LAST_ADMIN', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']).toContain(refusals[0]);
    }
  }, 120_000);

  test('B-14 the last one neither leaves nor is demoted, not even by their own hand', async () => {
    await bothAdmins();
    expect(refusalOf(await one.ask(removeMember, await removed(other)))).toBeNull();
    expect(refusalOf(await one.ask(setFunctions, await demoted(one)))).toBe('LAST_ADMIN');
    expect(refusalOf(await one.ask(removeMember, await removed(one)))).toBe('LAST_ADMIN');
    expect(await admins()).toHaveLength(1);
  });

  test('B-14 whatever SQL the school’s role is made to run, one is left, and no membership is made or passed on', async () => {
    await bothAdmins();
    const [school1] = await world.sql<{ id: string }>('select id from app.school where slug = $1', [school]);
    const hat = schoolHat(one.accountId, school1?.id ?? '', ['ADMIN']);
    const run = (text: string) => inWork(world.gateway.binding, hat, ({ db }) => sql.raw(text).execute(db));
    await expect(run(`update app.membership set ended_at = app.clock()`)).rejects.toThrow(/at least one administrator/);
    await expect(run(`update app.membership set functions = '{OBSERVER}'`)).rejects.toThrow(/at least one administrator/);
    await expect(run('delete from app.membership')).rejects.toThrow(/permission denied/);
    await expect(run(`update app.membership set account_id = gen_random_uuid()`)).rejects.toThrow(/permission denied/);
    await expect(
      run(`insert into app.membership (school_id, id, account_id, display_name, functions, version)
        values ('${school1?.id}', gen_random_uuid(), gen_random_uuid(), 'x', '{ADMIN}', 1)`),
    ).rejects.toThrow(/permission denied/);
    expect(await admins()).toHaveLength(2);
  });

  test('B-14 two connections that end each other past every rule leave one, in fifty rounds', async () => {
    const [id] = await world.sql<{ id: string }>('select id from app.school where slug = $1', [school]);
    const ended = (by: Actor, whom: Actor) =>
      inWork(world.gateway.binding, schoolHat(by.accountId, id?.id ?? '', ['ADMIN']), ({ db }) =>
        sql`update app.membership set ended_at = app.clock() where account_id = ${whom.accountId}`.execute(db),
      );
    for (let round = 0; round < 50; round += 1) {
      await bothAdmins();
      const answers = await Promise.allSettled([ended(one, other), ended(other, one)]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(await admins()).toHaveLength(1);
    }
  }, 120_000);
});

describe('a change of what somebody holds', () => {
  test('B-21 D-07 ends their sessions, and counts on the next request', async () => {
    await bothAdmins();
    const answer = await one.ask(setFunctions, await demoted(other));
    expect(answer.data.setFunctions).toMatchObject({ membership: { functions: ['OFFICER'], endedAt: null }, userErrors: [] });
    expect((await other.ask(members)).status).toBe(401);
    other = await world.signInAgain(other);
    expect((await other.read(members)).desk.members.length).toBeGreaterThan(0);
    expect(refusalOf(await other.ask(setFunctions, await demoted(one)))).toBe('FORBIDDEN');
    expect(refusalOf(await one.ask(removeMember, await removed(other)))).toBeNull();
    other = await world.signInAgain(other);
    expect((await other.ask(members)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('D-07 of one’s own goes on under a new session, and the old cookie is over', async () => {
    await bothAdmins();
    const answer = await one.ask(setFunctions, await demoted(one));
    expect(answer.data.setFunctions.userErrors).toEqual([]);
    const [cookie = ''] = String(answer.headers['set-cookie']).split(';');
    expect((await one.ask(members)).status).toBe(401);
    expect((await world.nobody.ask(members, {}, { headers: { cookie } })).status).toBe(200);
  });

  test('made from an old version is refused with the one it has now', async () => {
    await bothAdmins();
    const { input } = await demoted(other);
    const answer = await one.ask(setFunctions, { input: { ...input, expectedVersion: input.expectedVersion - 1 } });
    expect(refusalOf(answer)).toBe('STALE_VERSION');
    expect(refusalOf(await one.ask(setFunctions, { input: { ...input, functions: [] } }))).toBe('NO_FUNCTION');
    expect(refusalOf(await one.ask(setFunctions, { input: { ...input, functions: ['OFFICER', 'OFFICER'] } }))).toBe(
      'NAMED_TWICE',
    );
  });

  test('B-12 B-13 of another school’s member is as if they did not exist', async () => {
    await bothAdmins();
    const stranger = await world.member('imt-mines-ales', ['OFFICER'], 'Stranger');
    const unknown = Buffer.from(`Membership:${crypto.randomUUID()}`).toString('base64url');
    const bodies: string[] = [];
    for (const membershipId of [(await membershipOf(stranger)).membershipId, unknown, 'nonsense']) {
      for (const [document, more] of [
        [setFunctions, { functions: ['ADMIN'] }],
        [removeMember, {}],
      ] as const) {
        const input = { membershipId, expectedVersion: 1, idempotencyKey: freshKey(), ...more };
        const { status, body } = await one.ask(document, { input });
        bodies.push(
          `${status} ${body
            .replace(/"traceId":"[^"]*"/, '')
            .replace(/setFunctions|removeMember/g, 'act')
            .replaceAll(/"available":\d+/g, '')}`,
        );
      }
    }
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toContain('NOT_FOUND');
  });
});
