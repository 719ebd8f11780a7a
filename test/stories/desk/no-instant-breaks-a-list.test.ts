import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { plantQueue } from '../../world/planted-queue.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await plantQueue(world, 'imt-mines-ales', [{ lastName: 'Un' }, { lastName: 'Deux' }]);
});
afterAll(() => world.close());

const document = `query ($campaign: ID!, $filter: CandidacyFilter, $after: String) { desk {
  candidacies(campaignId: $campaign, filter: $filter, first: 1, after: $after) { edges { cursor } } } }`;

test('a cursor or a filter with an instant that no calendar or no database has is refused as malformed', async () => {
  const officer = await world.member('imt-mines-ales', ['OFFICER']);
  const { campaign } = await world.nobody.read('{ campaign(slug: "astg3-2027") { id } }');
  const { desk } = await officer.read(document, { campaign: campaign.id });
  const [digest, , id] = JSON.parse(Buffer.from(desk.candidacies.edges[0].cursor, 'base64url').toString());
  const keys = [
    '2027-99-99 09:00:00+00',
    '2027-02-30T09:00:00Z',
    '0000-01-01 00:00:00+00',
    '2027-02-01 09:00:00+23',
    '2027-02-01 25:00:00Z',
  ];
  const cursors = keys.map((key) => ({ after: Buffer.from(JSON.stringify([digest, key, id])).toString('base64url') }));
  const filters = ['0000-01-01T00:00:00Z'].map((receivedAfter) => ({ filter: { receivedAfter } }));
  for (const given of [...cursors, ...filters]) {
    const { status, errors } = await officer.ask(document, { campaign: campaign.id, ...given });
    expect([given, status, errors[0]?.extensions.code]).toEqual([given, 200, 'BAD_USER_INPUT']);
  }
  const kept = { after: Buffer.from(JSON.stringify([digest, '2027-02-01 09:30:00.000001+00:30', id])).toString('base64url') };
  expect((await officer.ask(document, { campaign: campaign.id, ...kept })).errors).toEqual([]);
});
