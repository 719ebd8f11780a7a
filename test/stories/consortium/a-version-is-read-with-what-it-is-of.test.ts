import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../world/actor.ts';
import { asConsortium } from '../../world/consortium.ts';
import { countStatements } from '../../world/count-statements.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let chair: Actor;

beforeAll(async () => {
  world = await aWorld();
  chair = await world.consortium('Odile');
});
afterAll(() => world.close());

const settings = 'slug name { fr } state entryYear feeCents maxChoices requiredEcts calendar { kind at }';

test('a campaign’s settings come with their version in one statement, so that neither is older than the other', async () => {
  const { campaign } = await world.nobody.read(`{ campaign(slug: "astg3-2027") { id ${settings} } }`);
  const document = `query ($id: ID!) { consortium { campaign(id: $id) { version objections { code } campaign { id ${settings} } } } }`;
  const { answer, statements } = await countStatements(() => chair.read(document, { id: campaign.id }, asConsortium));
  expect(answer.consortium.campaign).toEqual({ version: expect.any(Number), objections: null, campaign });
  expect(statements.filter((text) => text.includes('from app.campaign '))).toHaveLength(1);
});
