import { createHash, randomBytes } from 'node:crypto';
import { encodeId } from '@guichet/gateway/connection/node-id';
import type { OutgoingMail } from '@guichet/worker/mail/mailer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../world/actor.ts';
import { sentMails } from '../../world/mails.ts';
import { aWorld, type World } from '../../world/world.ts';
import { accept, act, freshKey, invited, mailed, refusalOf } from './invited.ts';

let world: World;
let admin: Actor;
let ana: Actor;
let people = 0;

const albi = 'imt-mines-albi';
const desk = '{ desk { school { slug } } }';

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  people += 1;
  admin = await world.member(albi, ['ADMIN'], `Head ${people}`);
  ana = await world.candidate(`ana-${people}`);
});

/** Gives the account another address, by the link that was mailed there. */
async function moveTo(person: Actor, email: string): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  await world.sql(
    `insert into auth.address_change (user_id, digest, email, expires_at) values ($1, $2, $3, auth.clock() + interval '1 hour')`,
    [person.accountId, createHash('sha256').update(token).digest(), email],
  );
  const { statusCode } = await world.gateway.app.inject({
    method: 'POST',
    url: '/auth/confirm-address',
    headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:4000' },
    payload: { token },
  });
  if (statusCode !== 200) throw new Error(`The address was not changed: ${statusCode}`);
}

/** The same mailbox under a second account, once the first has another address. */
async function anew(): Promise<Actor> {
  await moveTo(ana, `elsewhere-${people}@candidat.example`);
  const again = await world.candidate(`ana-${people}`);
  expect([again.email, again.accountId === ana.accountId]).toEqual([ana.email, false]);
  return again;
}

async function heldBy({ accountId }: Actor) {
  const [row] = await world.sql<{ id: string; version: number }>('select id, version from app.membership where account_id = $1', [
    accountId,
  ]);
  return {
    membershipId: encodeId('Membership', row?.id ?? ''),
    expectedVersion: row?.version,
    idempotencyKey: freshKey(),
  };
}
const endOf = async (email: string) =>
  world.sql<{ functions: string[]; has_ended: boolean }>(
    'select functions, ended_at is not null as has_ended from app.invitation where email = $1 and accepted_at is null order by at',
    [email],
  );
const comesBack = async (person: Actor, link: OutgoingMail) => {
  const refusal = refusalOf(await accept(person, link));
  return [refusal, refusalOf(await (await world.signInAgain(person)).ask(desk))];
};

describe('B-21 a link that waits as somebody is removed', () => {
  test('is refused to that account, and to a second one of the same address', async () => {
    await world.joinSchool(ana, albi, ['OFFICER']);
    const waiting = await mailed(world, admin, invited(ana.email, ['OFFICER', 'REVIEWER']));
    await world.later({ seconds: 1 });
    expect(refusalOf(await admin.ask(act('removeMember', ''), { input: await heldBy(ana) }))).toBeNull();
    expect(await comesBack(await world.signInAgain(ana), waiting)).toEqual(['INVITATION_REFUSED', 'FORBIDDEN']);
    expect(await comesBack(await anew(), waiting)).toEqual(['INVITATION_REFUSED', 'FORBIDDEN']);
    expect(await endOf(ana.email)).toEqual([{ functions: ['OFFICER', 'REVIEWER'], has_ended: true }]);
  });

  test('is refused to a second account also where the first moved before it was removed', async () => {
    await world.joinSchool(ana, albi, ['OFFICER']);
    const waiting = await mailed(world, admin, invited(ana.email, ['OFFICER', 'REVIEWER']));
    const again = await anew();
    expect(refusalOf(await admin.ask(act('removeMember', ''), { input: await heldBy(ana) }))).toBeNull();
    expect(await comesBack(again, waiting)).toEqual(['INVITATION_REFUSED', 'FORBIDDEN']);
  });

  test('is refused to a second account also at an address that the first had in between', async () => {
    await world.joinSchool(ana, albi, ['OFFICER']);
    const between = `between-${people}@candidat.example`;
    await moveTo(ana, between);
    const waiting = await mailed(world, admin, invited(between, ['OFFICER', 'REVIEWER']));
    await moveTo(ana, `elsewhere-${people}@candidat.example`);
    expect(refusalOf(await admin.ask(act('removeMember', ''), { input: await heldBy(ana) }))).toBeNull();
    const again = await world.candidate(`between-${people}`);
    expect([again.email, again.accountId === ana.accountId]).toEqual([between, false]);
    expect(await comesBack(again, waiting)).toEqual(['INVITATION_REFUSED', 'FORBIDDEN']);
    expect(await endOf(between)).toEqual([{ functions: ['OFFICER', 'REVIEWER'], has_ended: true }]);
  });

  test('is refused to a second account of whoever was set to less', async () => {
    await world.joinSchool(ana, albi, ['OFFICER']);
    const waiting = await mailed(world, admin, invited(ana.email, ['ADMIN']));
    await world.later({ seconds: 1 });
    const input = { ...(await heldBy(ana)), functions: ['OBSERVER'] };
    expect(refusalOf(await admin.ask(act('setFunctions', ''), { input }))).toBeNull();
    expect(await comesBack(await anew(), waiting)).toEqual(['INVITATION_REFUSED', 'FORBIDDEN']);
  });

  test('ends for the consortium’s right as well', async () => {
    const first = await world.consortium(`First ${people}`);
    const invite = () =>
      first.read(act('inviteAdministrator', ''), { input: { email: ana.email, displayName: 'Ana', idempotencyKey: freshKey() } });
    const mail = async () => {
      const found = (await sentMails(world)).findLast(({ to }) => to === ana.email);
      if (!found) throw new Error('No mail came');
      return found;
    };
    await invite();
    expect(refusalOf(await accept(ana, await mail()))).toBeNull();
    await world.later({ seconds: 1 });
    await invite();
    const waiting = await mail();
    await world.later({ seconds: 1 });
    const [right] = await world.sql<{ id: string }>('select id from app.consortium_right where account_id = $1', [ana.accountId]);
    const input = { administratorId: encodeId('Administrator', right?.id ?? ''), idempotencyKey: freshKey() };
    expect(refusalOf(await first.ask(act('removeAdministrator', ''), { input }))).toBeNull();
    expect(refusalOf(await accept(await anew(), waiting))).toBe('INVITATION_REFUSED');
  });
});

describe('B-21 what else waits', () => {
  test('stands: of other people, of other schools, and what is sent afterwards', async () => {
    const other = await world.member('imt-mines-ales', ['ADMIN'], `Ales ${people}`);
    await world.joinSchool(ana, albi, ['OFFICER']);
    const colleague = `colleague-${people}@candidat.example`;
    await mailed(world, admin, invited(colleague, ['OBSERVER']));
    await mailed(world, other, invited(ana.email, ['OBSERVER']));
    await mailed(world, admin, invited(ana.email, ['ADMIN']));
    expect(refusalOf(await admin.ask(act('removeMember', ''), { input: await heldBy(ana) }))).toBeNull();
    expect(await endOf(colleague)).toMatchObject([{ has_ended: false }]);
    expect(await endOf(ana.email)).toEqual([
      { functions: ['OBSERVER'], has_ended: false },
      { functions: ['ADMIN'], has_ended: true },
    ]);
    await world.later({ seconds: 1 });
    expect(
      refusalOf(await accept(await world.signInAgain(ana), await mailed(world, admin, invited(ana.email, ['REVIEWER'])))),
    ).toBeNull();
  });

  test('is not ended by an acceptance, which changes a membership as well', async () => {
    const first = await world.consortium(`First ${people}`);
    await world.joinSchool(ana, albi, ['OFFICER']);
    const own = await mailed(world, admin, invited(ana.email, ['REVIEWER']));
    const [school] = await world.sql<{ id: string }>('select id from app.school where slug = $1', [albi]);
    const input = {
      email: ana.email,
      displayName: 'Ana',
      schoolId: encodeId('School', school?.id ?? ''),
      idempotencyKey: freshKey(),
    };
    expect(refusalOf(await first.ask(act('inviteSchoolAdmin', ''), { input }))).toBeNull();
    expect(refusalOf(await accept(ana, own))).toBeNull();
    expect(await endOf(ana.email)).toEqual([{ functions: ['ADMIN'], has_ended: false }]);
  });
});
