import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aWorld, type World } from '../world/world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test('anybody reads the open campaign with its three schools and their frozen notices', async () => {
  const { campaign } = await world.nobody.read(`{ campaign(slug: "astg3-2027") {
    state entryYear calendar { kind at zone } members { school { slug } notice { version seats specialisms { code } } } } }`);
  expect(campaign.state).toBe('OPEN');
  expect(campaign.calendar[1]).toEqual({ kind: 'CLOSING', at: '2027-04-06T21:59:00.000Z', zone: 'Europe/Paris' });
  expect(campaign.members.map((member: { school: { slug: string } }) => member.school.slug)).toEqual([
    'imt-lille-douai',
    'imt-mines-albi',
    'imt-mines-ales',
  ]);
  expect(campaign.members[0].notice).toMatchObject({ version: 1, seats: 5 });
});
