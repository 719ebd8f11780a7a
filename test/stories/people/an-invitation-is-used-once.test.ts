import { encodeId } from '@guichet/gateway/connection/node-id';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../world/actor.ts';
import { sentMails, tokenIn } from '../../world/mails.ts';
import { aWorld, type World } from '../../world/world.ts';
import { accept, acceptInvitation, act, freshKey, invited, inviteMember, mailed, refusalOf } from './invited.ts';

let world: World;
let admin: Actor;
let ana: Actor;
let people = 0;

const school = 'imt-mines-albi';
const invitations =
  '{ desk { invitations(first: 50) { edges { node { id email state functions acceptedAt endedAt inviter { displayName } } } } } }';
const account = '{ account { hats { kind } memberships { functions school { slug } } } }';

beforeAll(async () => {
  world = await aWorld();
  admin = await world.member(school, ['ADMIN'], 'Head');
});
afterAll(() => world.close());
beforeEach(async () => {
  people += 1;
  ana = await world.candidate(`ana-${people}`);
});

const stateOf = async (email: string) => {
  const { desk } = await (await world.signInAgain(admin)).read(invitations);
  return desk.invitations.edges
    .map(({ node }: { node: { email: string } }) => node)
    .filter((each: { email: string }) => each.email === email);
};

describe('an invitation', () => {
  test('is mailed, accepted by whom it names, and makes them a member at once under a new session', async () => {
    const mail = await mailed(world, admin, invited(ana.email, ['OFFICER', 'REVIEWER']));
    const accepted = await accept(ana, mail);
    expect(accepted.data.acceptInvitation).toMatchObject({
      hat: { kind: 'SCHOOL', membership: { school: { slug: school }, functions: ['OFFICER', 'REVIEWER'] } },
      userErrors: [],
    });
    const cookie = String(accepted.headers['set-cookie']).split(';')[0];
    expect(cookie).not.toBe(ana.cookie);
    expect((await ana.ask(account)).status).toBe(401);
    const again = await world.nobody.ask(account, {}, { headers: { cookie: cookie ?? '' } });
    expect(again.data).toMatchObject({ account: { memberships: [{ school: { slug: school } }] } });
    expect(await stateOf(ana.email)).toMatchObject([{ state: 'ACCEPTED', endedAt: null, inviter: { displayName: admin.email } }]);
  });

  test('D-20 accepted twice, at once twenty times, or with what it grants changed, is accepted once and as it was sent', async () => {
    const mail = await mailed(world, admin, invited(ana.email, ['OBSERVER']));
    const sessions: Actor[] = [];
    while (sessions.length < 20) sessions.push(await world.signInAgain(ana));
    const answers = await Promise.all(sessions.map((each) => accept(each, mail)));
    expect(answers.filter((answer) => answer.status === 200 && refusalOf(answer) === null)).toHaveLength(1);
    const told = new Set(answers.map(refusalOf).filter((code) => code !== null));
    // A busy machine may ask some to come again: nothing was done for them either.
    const harmless = ['INVITATION_REFUSED', 'UNAUTHENTICATED', 'UNAVAILABLE', 'CONFLICT_RETRY'];
    expect([...told].filter((code) => !harmless.includes(code))).toEqual([]);
    const later = await world.signInAgain(ana);
    expect(refusalOf(await accept(later, mail))).toBe('INVITATION_REFUSED');
    expect((await later.read(account)).account.memberships).toEqual([{ functions: ['OBSERVER'], school: { slug: school } }]);
    const tampered = await later.ask(acceptInvitation, {
      input: { token: tokenIn(mail), functions: ['ADMIN'], idempotencyKey: freshKey() },
    });
    expect([tampered.data, tampered.errors[0]?.extensions.code]).toEqual([null, 'BAD_USER_INPUT']);
  });

  test('is answered the same again under the same key, and grants nothing anew', async () => {
    const mail = await mailed(world, admin, invited(ana.email, ['OBSERVER']));
    const key = freshKey();
    await accept(ana, mail, key);
    const later = await world.signInAgain(ana);
    expect(await accept(later, mail, key)).toMatchObject({
      data: { acceptInvitation: { hat: { kind: 'SCHOOL' }, userErrors: [] } },
    });
  });

  test('D-20 shown by somebody else is refused, and still good for whom it was sent to', async () => {
    const mail = await mailed(world, admin, invited(ana.email));
    const other = await world.candidate(`other-${people}`);
    expect(refusalOf(await accept(other, mail))).toBe('INVITATION_REFUSED');
    expect(refusalOf(await accept(ana, mail))).toBeNull();
  });

  test('that nobody used in fourteen days is out of time, and the desk says so', async () => {
    const mail = await mailed(world, admin, invited(ana.email));
    await world.later({ hours: 14 * 24 });
    admin = await world.signInAgain(admin);
    expect(refusalOf(await accept(await world.signInAgain(ana), mail))).toBe('INVITATION_REFUSED');
    expect(await stateOf(ana.email)).toMatchObject([{ state: 'EXPIRED', acceptedAt: null, endedAt: null }]);
  });

  test('D-20 that was withdrawn ends at once; withdrawn twice, or once used, it says that this is no longer possible', async () => {
    const revoke = act('revokeInvitation', 'invitation { state endedAt }');
    const mail = await mailed(world, admin, invited(ana.email));
    const [{ id }] = await stateOf(ana.email);
    const input = () => ({ input: { invitationId: id, idempotencyKey: freshKey() } });
    expect((await admin.read(revoke, input())).revokeInvitation).toMatchObject({
      invitation: { state: 'REVOKED' },
      userErrors: [],
    });
    expect(refusalOf(await accept(ana, mail))).toBe('INVITATION_REFUSED');
    expect(refusalOf(await admin.ask(revoke, input()))).toBe('NOT_IN_THIS_STATE');
  });

  test('sent again to the same address ends the first link', async () => {
    const first = await mailed(world, admin, invited(ana.email, ['OBSERVER']));
    await world.later({ seconds: 1 });
    const second = await mailed(world, admin, invited(ana.email.toUpperCase(), ['OFFICER']));
    expect(refusalOf(await accept(ana, first))).toBe('INVITATION_REFUSED');
    expect(refusalOf(await accept(ana, second))).toBeNull();
    expect((await stateOf(ana.email)).map(({ state }: { state: string }) => state)).toEqual(['ACCEPTED', 'REVOKED']);
  });

  test('B-21 sent before somebody was removed or demoted gives nothing back; a new one does', async () => {
    await world.joinSchool(ana, school, ['OFFICER']);
    const waiting = await mailed(world, admin, invited(ana.email, ['ADMIN']));
    await world.later({ seconds: 1 });
    const [member] = await world.sql<{ id: string; version: number }>(
      'select id, version from app.membership where account_id = $1',
      [ana.accountId],
    );
    const input = {
      membershipId: encodeId('Membership', member?.id ?? ''),
      expectedVersion: member?.version,
      idempotencyKey: freshKey(),
    };
    expect(refusalOf(await admin.ask(act('removeMember', ''), { input }))).toBeNull();
    const back = await world.signInAgain(ana);
    expect(refusalOf(await accept(back, waiting))).toBe('INVITATION_REFUSED');
    await world.later({ seconds: 1 });
    expect(refusalOf(await accept(back, await mailed(world, admin, invited(ana.email, ['OBSERVER']))))).toBeNull();
    expect((await (await world.signInAgain(ana)).read(account)).account.memberships).toMatchObject([{ functions: ['OBSERVER'] }]);
  });

  test('that gives another name is where whoever comes back has it from, and whoever stays', async () => {
    const names = async () =>
      (
        await world.sql<{ name: string }>('select display_name as name from app.membership where account_id = $1', [
          ana.accountId,
        ])
      ).map(({ name }) => name);
    await accept(ana, await mailed(world, admin, invited(ana.email, ['OFFICER'])));
    expect(await names()).toEqual(['Ana Roux']);
    await world.later({ seconds: 1 });
    const another = invited(ana.email, ['OBSERVER'], { displayName: 'Ana Durand' });
    expect(refusalOf(await accept(await world.signInAgain(ana), await mailed(world, admin, another)))).toBeNull();
    expect(await names()).toEqual(['Ana Durand']);
    await world.sql('update app.membership set ended_at = app.clock() where account_id = $1', [ana.accountId]);
    await world.later({ seconds: 1 });
    const third = invited(ana.email, ['OFFICER'], { displayName: 'Ana Petit' });
    expect(refusalOf(await accept(await world.signInAgain(ana), await mailed(world, admin, third)))).toBeNull();
    expect(await names()).toEqual(['Ana Petit']);
  });

  test('withdrawn before its mail left is not mailed', async () => {
    const { inviteMember: payload } = await admin.read(inviteMember, invited(ana.email));
    await admin.read(act('revokeInvitation', ''), { input: { invitationId: payload.invitation.id, idempotencyKey: freshKey() } });
    expect(await sentMails(world)).toEqual([]);
    const [row] = await world.sql<{ last_error: string; is_dead: boolean; sealed_link: null }>(
      `select o.last_error, o.dead_at is not null as is_dead, o.sealed_link from app.outbox o
        join app.invitation i on i.id = o.recipient_id where i.email = $1`,
      [ana.email],
    );
    expect(row).toEqual({ last_error: 'NotWritable LINK_ENDED', is_dead: true, sealed_link: null });
  });
});

describe('guessing at links', () => {
  test('B-32 is one field a document, and counted as attempts until the network has to wait', async () => {
    const twice = `mutation ($input: AcceptInvitationInput!) { one: acceptInvitation(input: $input) { userErrors { code } }
      two: acceptInvitation(input: $input) { userErrors { code } } }`;
    const input = () => ({ input: { token: 'x'.repeat(43), idempotencyKey: freshKey() } });
    const document = await ana.ask(twice, input());
    expect(document.errors[0]?.extensions).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED', limit: 'ALIASES' });
    const codes: (string | null)[] = [];
    while (codes.at(-1) !== 'THROTTLED' && codes.length < 300) codes.push(refusalOf(await ana.ask(acceptInvitation, input())));
    expect(codes.length).toBeLessThan(300);
    expect(new Set(codes.slice(0, -1))).toEqual(new Set(['INVITATION_REFUSED']));
  });
});
