import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { aSite, type Site } from './site/site.ts';
import { variantsOfDay } from './variants/in-turn.ts';
import { tryVariants } from './variants/try-variants.ts';

jest.setTimeout(300_000);

let site: Site;
beforeAll(async () => {
  site = await aSite();
}, 300_000);
afterAll(() => site.remove());

test('H-22 a platform built carelessly is noticed: four of the twelve ways each day, each by the fault that shows it', async () => {
  const administrator = await site.administrator();
  const { rows } = await administrator.query<{ day: number }>(`select (extract(epoch from now()) / 86400)::int as day`);
  const variants = variantsOfDay(rows[0]?.day ?? 0);
  const verdicts = await tryVariants(site, variants, () => {});
  expect(verdicts.map(({ name, broken, trouble }) => [name, broken.length > 0, trouble])).toEqual(
    variants.map(({ name }) => [name, true, null]),
  );
});
