import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../world/actor.ts';
import { countStatements } from '../../world/count-statements.ts';
import { sentMails } from '../../world/mails.ts';
import { aWorld, type World } from '../../world/world.ts';
import { act, freshKey, invited, inviteMember, mailed, refusalOf } from './invited.ts';

let world: World;
let admin: Actor;

const school = 'imt-mines-albi';
const people = `query ($n: Int!) { desk { members { id functions rights version person { displayName } school { name } }
  invitations(first: $n) { edges { node { id state email functions rights inviter { displayName } school { name } } } pageInfo { hasNextPage endCursor } } } }`;

beforeAll(async () => {
  world = await aWorld();
  admin = await world.member(school, ['ADMIN'], 'Head');
});
afterAll(() => world.close());

describe('an invitation', () => {
  test('is sent by administrators alone: an observer, an officer, a reviewer, a candidate and nobody may not', async () => {
    const others = [
      await world.member(school, ['OBSERVER']),
      await world.member(school, ['OFFICER']),
      await world.member(school, ['REVIEWER']),
      await world.member(school, ['OFFICER', 'REVIEWER', 'OBSERVER'], 'All'),
      await world.candidate('Camille'),
      await world.consortium(),
    ];
    for (const person of others) {
      expect(refusalOf(await person.ask(inviteMember, invited('friend@example.org')))).toBe('FORBIDDEN');
    }
    expect(refusalOf(await world.nobody.ask(inviteMember, invited('friend@example.org')))).toBe('UNAUTHENTICATED');
    expect(await world.sql(`select from app.invitation where email = 'friend@example.org'`)).toEqual([]);
  });

  test('D-01 answers alike whether the address has an account or not, and whether it is a candidate’s', async () => {
    const known = await world.candidate('Known');
    const answers = [];
    for (const email of [known.email, 'unknown@candidat.example']) {
      const { status, body } = await admin.ask(inviteMember, invited(email));
      answers.push(
        `${status} ${body
          .replace(email, '…')
          .replace(/"id":"[^"]*"/, '')
          .replace(/"traceId":"[^"]*"/, '')
          .replaceAll(/"available":\d+/g, '')}`,
      );
    }
    expect(answers[0]).toBe(answers[1]);
  });

  test('E-05 E-12 keeps its address in one form and its name as text; what is neither is refused, every fault at once', async () => {
    const mail = await mailed(
      world,
      admin,
      invited('  Ana.Roux+GUICHET@Example.ORG ', ['OFFICER'], { displayName: ' <b>Ana</b>  Roux ' }),
    );
    expect(mail.to).toBe('ana.roux+guichet@example.org');
    const { inviteMember: refused } = await admin.read(
      inviteMember,
      invited('a@b@c\r\nBcc: all@example.org', [], { displayName: ' ' }),
    );
    expect(refused.invitation).toBeNull();
    expect(refused.userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path])).toEqual([
      ['EMAIL_NOT_VALID', 'email'],
      ['BLANK', 'displayName'],
      ['NO_FUNCTION', 'functions'],
    ]);
  });

  test('repeated under one key is sent once', async () => {
    const variables = invited('once@example.org');
    const ids = [];
    for (let time = 0; time < 3; time += 1) ids.push((await admin.read(inviteMember, variables)).inviteMember.invitation.id);
    expect(new Set(ids).size).toBe(1);
    expect((await sentMails(world)).filter(({ to }) => to === 'once@example.org')).toHaveLength(1);
  });

  test('waits with its link encrypted, and nothing of the link is left once the mail went', async () => {
    await admin.read(inviteMember, invited('sealed@example.org'));
    const waiting = `select o.sealed_link is not null as sealed, o.payload::text as payload, o.sent_at is not null as sent
      from app.outbox o join app.invitation i on i.id = o.recipient_id where i.email = 'sealed@example.org'`;
    expect(await world.sql(waiting)).toEqual([{ sealed: true, payload: '{}', sent: false }]);
    await sentMails(world);
    expect(await world.sql(waiting)).toEqual([{ sealed: false, payload: '{}', sent: true }]);
  });

  test('C-26 people and invitations are listed by the same number of statements, however many', async () => {
    await countStatements(() => admin.ask(people, { n: 1 }));
    const few = await countStatements(() => admin.ask(people, { n: 1 }));
    for (let each = 0; each < 30; each += 1) await admin.read(inviteMember, invited(`many-${each}@example.org`));
    for (let each = 0; each < 5; each += 1) await world.member(school, ['OBSERVER'], `many-${each}`);
    const many = await countStatements(() => admin.ask(people, { n: 50 }));
    expect([few.answer.errors, many.answer.errors]).toEqual([[], []]);
    expect(many.answer.data.desk.invitations.edges.length).toBeGreaterThan(30);
    expect(many.statements.length).toBe(few.statements.length);
  });

  test('of another school is not found by its id, read or withdrawn', async () => {
    const other = await world.member('imt-mines-ales', ['ADMIN'], 'Elsewhere');
    const { inviteMember: payload } = await other.read(inviteMember, invited('theirs@example.org'));
    const { id } = payload.invitation;
    const revoke = act('revokeInvitation', 'invitation { state }');
    expect(refusalOf(await admin.ask(revoke, { input: { invitationId: id, idempotencyKey: freshKey() } }))).toBe('NOT_FOUND');
    const node = 'query ($id: ID!) { node(id: $id) { id ... on Invitation { email } } }';
    expect((await admin.ask(node, { id })).data).toEqual({ node: null });
    expect((await other.read(node, { id })).node.email).toBe('theirs@example.org');
    const officer = await world.member('imt-mines-ales', ['OFFICER'], 'Colleague');
    expect((await officer.ask(node, { id })).data).toEqual({ node: null });
  });
});
