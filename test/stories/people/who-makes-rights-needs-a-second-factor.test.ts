import { permissions } from '@guichet/gateway/permissions';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../world/actor.ts';
import { aWorld, type World } from '../../world/world.ts';

const slug = 'imt-mines-albi';
const whoAmI = '{ account { email hasSecondFactor } }';
const queue = '{ desk { school { slug } } }';

let world: World;
let admin: Actor;
beforeAll(async () => {
  world = await aWorld();
  admin = await world.member(slug, ['ADMIN'], 'head');
});
afterAll(() => world.close());

const without = (person: Actor) => world.sql('delete from auth.second_factor where user_id = $1', [person.accountId]);
const refusalOf = async (person: Actor, document: string) => {
  const { status, errors } = await person.ask(document);
  return [status, errors[0]?.extensions];
};
const missing = [401, { code: 'UNAUTHENTICATED', reason: 'SECOND_FACTOR' }];

describe('who makes rights and has no second factor', () => {
  test('is nobody on the next request, and told why; with one again, known again', async () => {
    expect((await admin.read(whoAmI)).account).toMatchObject({ hasSecondFactor: true });
    await without(admin);
    expect(await refusalOf(admin, whoAmI)).toEqual(missing);
    expect(await refusalOf(admin, queue)).toEqual(missing);
    const inFrench = await admin.ask(whoAmI, {}, { headers: { 'accept-language': 'fr' } });
    expect(inFrench.errors[0]?.message).toContain('double authentification');
    await world.giveSecondFactor(admin);
    expect((await admin.read(queue)).desk.school.slug).toBe(slug);
  });

  test('D-12 may read what is public and nothing else, whatever the hat named', async () => {
    await without(admin);
    expect((await admin.ask('{ serverTime }')).errors).toEqual([]);
    expect(await refusalOf(admin, '{ me { id } }')).toEqual(missing);
    const asCandidate = await admin.ask('{ me { id } }', {}, { actingAs: 'candidate' });
    expect(asCandidate.errors[0]?.extensions).toEqual(missing[1]);
    await world.giveSecondFactor(admin);
  });

  test('is every administrator of the consortium too, and no officer, reviewer, observer or candidate', async () => {
    const consortium = await world.consortium();
    await without(consortium);
    expect(await refusalOf(consortium, whoAmI)).toEqual(missing);
    const others = [
      await world.member(slug, ['OFFICER']),
      await world.member(slug, ['REVIEWER', 'OBSERVER']),
      await world.candidate('Claire'),
    ];
    for (const person of others)
      expect((await person.read(whoAmI)).account).toEqual({ email: person.email, hasSecondFactor: false });
  });

  test('is an officer from the moment of becoming an administrator elsewhere, in every school', async () => {
    const officer = await world.member(slug, ['OFFICER'], 'rising');
    expect((await officer.read(queue)).desk.school.slug).toBe(slug);
    await world.joinSchool(officer, 'imt-mines-ales', ['ADMIN']);
    await without(officer);
    expect(await refusalOf(officer, queue)).toEqual(missing);
  });
});

test('D-12 with the cookie of a sign-in that waits for a code, every root field answers as to nobody', async () => {
  const waiting = await world.signInAgain(admin);
  await world.sql('update auth.session set second_factor_at = null where user_id = $1', [admin.accountId]);
  const roots = Object.keys(permissions).filter((line) => /^(Query|Mutation)\./.test(line));
  expect(roots.length).toBeGreaterThan(40);
  for (const line of roots) {
    const [root = '', field = ''] = line.split('.');
    const document = `${root.toLowerCase()} { ${field} { __typename } }`;
    const [asWaiting, asNobody] = [await waiting.ask(document), await world.nobody.ask(document)];
    expect([field, asWaiting.status, asWaiting.errors, asWaiting.data]).toEqual([
      field,
      asNobody.status,
      asNobody.errors,
      asNobody.data,
    ]);
  }
  for (const document of [whoAmI, queue, '{ me { id } }', '{ consortium { schools(first: 1) { edges { node { id } } } } }'])
    expect(await refusalOf(waiting, document)).toEqual([401, { code: 'UNAUTHENTICATED' }]);
});
