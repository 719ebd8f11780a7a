import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { sentMails } from '../../world/mails.ts';
import { aWorld, type World } from '../../world/world.ts';
import { accept, act, freshKey, refusalOf } from './invited.ts';

let world: World;
let first: Actor;

const people = `{ consortium { administrators { id person { displayName } }
  invitations(first: 50) { edges { node { id email state functions rights school { slug } inviter { displayName } } } } } }`;
const inviteAdministrator = act('inviteAdministrator', 'invitation { id email state functions }');
const inviteSchoolAdmin = act('inviteSchoolAdmin', 'invitation { id email state functions school { slug } }');
const removeAdministrator = act('removeAdministrator', 'administrator { id person { displayName } }');
const revoke = act('revokeAdministratorInvitation', 'invitation { state }');
const to = (email: string, more: object = {}) => ({
  input: { email, displayName: 'Ana Roux', idempotencyKey: freshKey(), ...more },
});

beforeAll(async () => {
  world = await aWorld();
  first = await world.consortium('First');
});
afterAll(() => world.close());

/** Lets the worker send, and accepts as whom the mail names. */
async function accepted(email: string, document: string, variables: object): Promise<Actor> {
  const person = await world.candidate(email.split('@')[0] ?? '');
  expect(refusalOf(await first.ask(document, variables))).toBeNull();
  const mail = (await sentMails(world)).find((each) => each.to === person.email);
  if (!mail) throw new Error('No mail came');
  expect(refusalOf(await accept(person, mail))).toBeNull();
  return world.signInAgain(person);
}

test('an administrator invites a second one, who then administers, with a second factor', async () => {
  const second = await accepted('second@candidat.example', inviteAdministrator, to('second@candidat.example'));
  // Who makes rights is nobody until the factor is set.
  expect((await second.ask(people)).status).toBe(401);
  const { consortium } = await first.read(people);
  expect(consortium.administrators.map(({ person }: Selected) => person.displayName).toSorted()).toEqual(['Ana Roux', 'First']);
  expect(
    consortium.invitations.edges.map(({ node }: Selected) => [node.email, node.state, node.school, node.inviter]),
  ).toContainEqual(['second@candidat.example', 'ACCEPTED', null, { displayName: 'First' }]);
});

test('an administrator invites a school’s first administrator; whom that school invites is its own', async () => {
  const [school] = await world.sql<{ id: string }>(`select id from app.school where slug = 'imt-lille-douai'`);
  const schoolId = Buffer.from(`School:${school?.id}`).toString('base64url');
  await accepted('lead@candidat.example', inviteSchoolAdmin, to('lead@candidat.example', { schoolId }));
  const own = await world.member('imt-lille-douai', ['ADMIN'], 'Own');
  await own.read(act('inviteMember', ''), to('inner@candidat.example', { functions: ['OBSERVER'] }));
  const { consortium } = await first.read(people);
  const listed = consortium.invitations.edges.map(({ node }: Selected) => [
    node.email,
    node.school?.slug ?? null,
    ...node.functions,
  ]);
  expect(listed).toContainEqual(['lead@candidat.example', 'imt-lille-douai', 'ADMIN']);
  expect(listed.map(([email]: string[]) => email)).not.toContain('inner@candidat.example');
  const unknown = Buffer.from(`School:${crypto.randomUUID()}`).toString('base64url');
  expect(refusalOf(await first.ask(inviteSchoolAdmin, to('x@candidat.example', { schoolId: unknown })))).toBe('NOT_FOUND');
});

test('an invitation of the consortium’s is withdrawn, to itself or to a school; a school’s own is not found', async () => {
  const own = await world.member('imt-mines-albi', ['ADMIN'], 'Albi');
  const { inviteMember } = await own.read(
    act('inviteMember', 'invitation { id }'),
    to('theirs@candidat.example', { functions: ['OBSERVER'] }),
  );
  const [school] = await world.sql<{ id: string }>(`select id from app.school where slug = 'imt-mines-albi'`);
  const schoolId = Buffer.from(`School:${school?.id}`).toString('base64url');
  const ours = [
    (await first.read(inviteAdministrator, to('w1@candidat.example'))).inviteAdministrator.invitation.id,
    (await first.read(inviteSchoolAdmin, to('w2@candidat.example', { schoolId }))).inviteSchoolAdmin.invitation.id,
  ];
  for (const invitationId of ours) {
    const { revokeAdministratorInvitation } = await first.read(revoke, { input: { invitationId, idempotencyKey: freshKey() } });
    expect(revokeAdministratorInvitation.invitation.state).toBe('REVOKED');
  }
  const foreign = { input: { invitationId: inviteMember.invitation.id, idempotencyKey: freshKey() } };
  expect(refusalOf(await first.ask(revoke, foreign))).toBe('NOT_FOUND');
});

test('B-13 a school’s administrator neither invites to the consortium nor removes from it', async () => {
  const admin = await world.member('imt-mines-ales', ['ADMIN'], 'Ales');
  const { consortium } = await first.read(people);
  const administratorId = consortium.administrators[0].id;
  expect(refusalOf(await admin.ask(inviteAdministrator, to('friend@candidat.example')))).toBe('FORBIDDEN');
  expect(refusalOf(await admin.ask(removeAdministrator, { input: { administratorId, idempotencyKey: freshKey() } }))).toBe(
    'FORBIDDEN',
  );
});

test('B-21 an invitation that was waiting when an administrator was removed gives the right back to nobody; a new one does', async () => {
  const gone = await world.consortium('Gone');
  await first.read(inviteAdministrator, to(gone.email));
  const waiting = (await sentMails(world)).find((each) => each.to === gone.email);
  await world.later({ minutes: 1 });
  const [right] = await world.sql<{ id: string }>('select id from app.consortium_right where account_id = $1', [gone.accountId]);
  const administratorId = Buffer.from(`Administrator:${right?.id}`).toString('base64url');
  expect(refusalOf(await first.ask(removeAdministrator, { input: { administratorId, idempotencyKey: freshKey() } }))).toBeNull();
  const back = await world.signInAgain(gone);
  if (!waiting) throw new Error('No mail came');
  expect(refusalOf(await accept(back, waiting))).toBe('INVITATION_REFUSED');
  expect(refusalOf(await back.ask(people, {}))).toBe('FORBIDDEN');
  await world.later({ minutes: 1 });
  await first.read(inviteAdministrator, to(gone.email));
  const anew = (await sentMails(world)).find((each) => each.to === gone.email);
  if (!anew) throw new Error('No mail came');
  expect(refusalOf(await accept(back, anew))).toBeNull();
});

test('an administrator who is invited anew under another name bears it', async () => {
  const second = await world.consortium('Renamed');
  const rights = 'select display_name as name, ended_at from app.consortium_right where account_id = $1';
  expect(await world.sql(rights, [second.accountId])).toEqual([{ name: 'Renamed', ended_at: null }]);
  await world.later({ seconds: 1 });
  expect(refusalOf(await first.ask(inviteAdministrator, to(second.email, { displayName: 'Ana Durand' })))).toBeNull();
  const mail = (await sentMails(world)).find((each) => each.to === second.email);
  if (!mail) throw new Error('No mail came');
  expect(refusalOf(await accept(second, mail))).toBeNull();
  expect(await world.sql(rights, [second.accountId])).toEqual([{ name: 'Ana Durand', ended_at: null }]);
});

test('B-14 two administrators of the consortium who remove each other at once leave one, in fifty rounds', async () => {
  await world.sql('delete from app.consortium_right r where r.account_id <> $1', [first.accountId]);
  let second = await world.consortium('Twice');
  const idOf = async ({ accountId }: Actor) => {
    const [row] = await world.sql<{ id: string }>('select id from app.consortium_right where account_id = $1', [accountId]);
    return Buffer.from(`Administrator:${row?.id}`).toString('base64url');
  };
  const [firstId, secondId] = [await idOf(first), await idOf(second)];
  const remove = (by: Actor, administratorId: string) =>
    by.ask(removeAdministrator, { input: { administratorId, idempotencyKey: freshKey() } });
  for (let round = 0; round < 50; round += 1) {
    await world.sql('update app.consortium_right set ended_at = null');
    first = await world.signInAgain(first);
    second = await world.signInAgain(second);
    const answers = await Promise.all([remove(first, secondId), remove(second, firstId)]);
    expect(await world.sql('select from app.consortium_right where ended_at is null')).toHaveLength(1);
    expect(answers.map(refusalOf).filter((code) => code !== null)).toHaveLength(1);
  }
  const [left] = await world.sql<{ account_id: string }>('select account_id from app.consortium_right where ended_at is null');
  const last = await world.signInAgain(left?.account_id === first.accountId ? first : second);
  const own = left?.account_id === first.accountId ? firstId : secondId;
  expect(refusalOf(await remove(last, own))).toBe('LAST_CONSORTIUM_ADMIN');
}, 120_000);
