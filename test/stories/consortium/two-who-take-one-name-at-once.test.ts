import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { asConsortium, campaignAct, codes, furtherSettings } from '../../world/consortium.ts';
import { freshKey } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let chair: Actor;
beforeAll(async () => {
  world = await aWorld();
  chair = await world.consortium('Odile');
});
afterAll(() => world.close());

test('of several campaigns that take one short name at once one gets it, the others are told it is taken', async () => {
  const slugs = ['astg3-2031', 'astg3-2032', 'astg3-2033', 'astg3-2034'];
  const made: Selected[] = [];
  for (const slug of slugs)
    made.push((await campaignAct(chair, 'createCampaign', { settings: { ...furtherSettings, slug } })).campaign);
  const settings = { ...furtherSettings, slug: 'astg3-2040' };
  const answers = await Promise.all(
    made.map(({ campaign: { id } }) => campaignAct(chair, 'updateCampaign', { campaignId: id, expectedVersion: 1, settings })),
  );
  expect(answers.map(codes).toSorted()).toEqual([[], ['ALREADY_EXISTS'], ['ALREADY_EXISTS'], ['ALREADY_EXISTS']]);
});

test('of several specialisms that take one code at once one gets it, the others are told it is taken', async () => {
  const document =
    'mutation ($input: SaveSpecialismInput!) { saveSpecialism(input: $input) { specialism { code } userErrors { code } } }';
  const sheet = { code: 'photonics', name: { fr: 'Photonique' }, admittedMentions: [], expectedVersion: 0 };
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => chair.read(document, { input: { ...sheet, idempotencyKey: freshKey() } }, asConsortium)),
  );
  const told = answers.map(({ saveSpecialism }: Selected) => codes(saveSpecialism));
  expect(told.toSorted()).toEqual([[], ['ALREADY_EXISTS'], ['ALREADY_EXISTS'], ['ALREADY_EXISTS']]);
});
