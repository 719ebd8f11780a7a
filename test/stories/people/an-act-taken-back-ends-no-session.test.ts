import { encodeId } from '@guichet/gateway/connection/node-id';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Actor, actor } from '../../world/actor.ts';
import { countStatements } from '../../world/count-statements.ts';
import { aWorld, type World } from '../../world/world.ts';
import { act, freshKey, refusalOf } from './invited.ts';

let world: World;
let admin: Actor;
let colleague: Actor;
let people = 0;

const albi = 'imt-mines-albi';
const hats = '{ account { hats { kind } } }';
const setFunctions = act('setFunctions', 'membership { functions }');
const removeMember = act('removeMember', 'membership { endedAt }');
const both = `mutation ($one: RemoveMemberInput!, $other: RemoveMemberInput!) {
  a: removeMember(input: $one) { userErrors { code } } b: removeMember(input: $other) { userErrors { code } } }`;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  people += 1;
  admin = await world.member(albi, ['ADMIN'], `Head ${people}`);
  colleague = await world.member(albi, ['OFFICER'], `Colleague ${people}`);
});

const isKnown = async (person: Actor) => (await person.ask(hats)).status === 200;
async function of({ accountId }: Actor) {
  const [row] = await world.sql<{ id: string; version: number }>('select id, version from app.membership where account_id = $1', [
    accountId,
  ]);
  return { membershipId: encodeId('Membership', row?.id ?? ''), expectedVersion: row?.version, idempotencyKey: freshKey() };
}
const hasEnded = async ({ accountId }: Actor) =>
  (await world.sql('select from app.membership where account_id = $1 and ended_at is not null', [accountId])).length === 1;
const endingsIn = (statements: readonly string[]) =>
  statements.filter((text) => text.startsWith('delete from auth.session where user_id')).length;

describe('a removal', () => {
  test('that is taken back with its document leaves the membership, no line in the trail, and the sessions', async () => {
    const lines = () => world.sql(`select from app.audit where act = 'MEMBER_REMOVED'`);
    const before = (await lines()).length;
    const unknown = { membershipId: encodeId('Membership', crypto.randomUUID()), expectedVersion: 1, idempotencyKey: freshKey() };
    const answer = await admin.ask(both, { one: await of(colleague), other: unknown });
    expect([answer.data, answer.errors[0]?.extensions.code]).toEqual([null, 'NOT_FOUND']);
    expect([await hasEnded(colleague), (await lines()).length - before]).toEqual([false, 0]);
    expect([await isKnown(colleague), await isKnown(admin)]).toEqual([true, true]);
  });

  test('that stands ends every session, before it is answered', async () => {
    const other = await world.signInAgain(colleague);
    expect(refusalOf(await admin.ask(removeMember, { input: await of(colleague) }))).toBeNull();
    expect([await isKnown(colleague), await isKnown(other), await isKnown(admin)]).toEqual([false, false, true]);
  });

  test('of two colleagues in one document ends the sessions of both', async () => {
    const other = await world.member(albi, ['OBSERVER'], `Other ${people}`);
    const answer = await admin.ask(both, { one: await of(colleague), other: await of(other) });
    expect(answer.data).toEqual({ a: { userErrors: [] }, b: { userErrors: [] } });
    expect([await isKnown(colleague), await isKnown(other), await isKnown(admin)]).toEqual([false, false, true]);
  });

  test('that was lost to somebody else at its end and tried again ends them once', async () => {
    await world.sql('create sequence public.lost');
    await world.sql(`create function public.lose() returns trigger language plpgsql security definer as $$ begin
      if nextval('public.lost') < 3 then raise exception using errcode = '40001'; end if; return null; end $$`);
    await world.sql(`create constraint trigger loses after update on app.membership deferrable initially deferred
      for each row execute function public.lose()`);
    try {
      const input = await of(colleague);
      const { answer, statements } = await countStatements(() => admin.ask(removeMember, { input }));
      expect([refusalOf(answer), endingsIn(statements)]).toEqual([null, 1]);
      expect(await world.sql('select last_value::int as tries from public.lost')).toEqual([{ tries: 3 }]);
    } finally {
      await world.sql('drop trigger loses on app.membership');
    }
    expect([await hasEnded(colleague), await isKnown(colleague)]).toEqual([true, false]);
  });
});

describe('while the accounts are away', () => {
  const away = 'revoke delete on auth.session from auth_svc';
  const back = 'grant delete on auth.session to auth_svc';

  test('an act stands and is answered as ever; what could not follow is told to the operator, and nobody by name', async () => {
    await world.sql(away);
    const from = world.logged.length;
    try {
      const [theirs, own] = [await of(colleague), { ...(await of(admin)), functions: ['ADMIN', 'OFFICER'] }];
      const removed = await admin.ask(removeMember, { input: theirs });
      expect([removed.status, removed.data.removeMember.userErrors, await hasEnded(colleague)]).toEqual([200, [], true]);
      const set = await admin.ask(setFunctions, { input: own });
      expect([set.status, set.data.setFunctions.membership, set.headers['set-cookie']]).toEqual([
        200,
        { functions: ['ADMIN', 'OFFICER'] },
        undefined,
      ]);
    } finally {
      await world.sql(back);
    }
    const told = world.logged.slice(from).filter((line) => line.includes('sessions-not-ended'));
    expect(told).toHaveLength(2);
    for (const person of [admin, colleague])
      for (const secret of [person.accountId, person.email]) expect(told.join('')).not.toContain(secret);
    // What they may do ended with the act all the same.
    expect(refusalOf(await colleague.ask('{ desk { school { slug } } }'))).toBe('FORBIDDEN');
    expect(await isKnown(admin)).toBe(true);
  });
});

test('whoever changes their own rights twice in one document goes on under one new session', async () => {
  const twice = `mutation ($one: SetFunctionsInput!, $other: SetFunctionsInput!) {
    a: setFunctions(input: $one) { userErrors { code } } b: setFunctions(input: $other) { userErrors { code } } }`;
  const [first, second] = [await of(admin), await of(admin)];
  const answer = await admin.ask(twice, {
    one: { ...first, functions: ['ADMIN', 'OFFICER'] },
    other: { ...second, expectedVersion: (second.expectedVersion ?? 0) + 1, functions: ['ADMIN'] },
  });
  expect(answer.data).toEqual({ a: { userErrors: [] }, b: { userErrors: [] } });
  const set = answer.headers['set-cookie'];
  expect(typeof set).toBe('string');
  const cookie = String(set).split(';')[0] ?? '';
  expect(await isKnown(actor(world.gateway, { ...admin, cookie, origin: 'http://127.0.0.1:4000' }))).toBe(true);
});
