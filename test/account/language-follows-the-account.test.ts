import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aWorld, type World } from '../world/world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test('who joined a team before the first request is written to in the language of the account', async () => {
  const joined = await world.member('imt-mines-ales', ['OFFICER'], 'Kate');
  const known = () => world.sql('select email, locale from app.person where account_id = $1', [joined.accountId]);
  expect(await known()).toEqual([{ email: joined.email, locale: 'fr' }]);
  await world.sql(`update auth."user" set locale = 'en' where id = $1`, [joined.accountId]);
  await joined.read('{ desk { school { slug } } }');
  expect(await known()).toEqual([{ email: joined.email, locale: 'en' }]);
});
