import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { completeDossier, submit } from '../world/dossier.ts';
import { aWorld, type World } from '../world/world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test('a candidate fills a dossier, orders three schools and submits once', async () => {
  const claire = await world.candidate('Claire');
  const held = await completeDossier(claire, { schools: ['imt-mines-albi', 'imt-mines-ales', 'imt-lille-douai'] });
  await submit(claire, held);
  const rows = await world.sql('select school_id from app.candidacy');
  expect(rows).toHaveLength(3);
});
