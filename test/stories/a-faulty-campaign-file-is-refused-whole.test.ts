import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { edited } from '@guichet/platform/campaign-file/edited-demonstration';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { dataFolder, run } from '../platform/started-platform.ts';
import { secret } from '../world/server.ts';
import { aWorld, type World } from '../world/world.ts';

jest.setTimeout(60_000);

const folder = dataFolder();
let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a campaign file with seven faults is refused whole, each told with its place, and nothing of it is stored', async () => {
  const path = join(folder, 'seven.json');
  writeFileSync(path, withSevenFaults());
  const imported = run('campaign', ['import', path], {
    DATABASE_URL: world.ownerUrl,
    GUICHET_SECRET: secret,
    GUICHET_DATA: folder,
  });
  expect(await imported.ended).toBe(1);
  const [first, ...faults] = imported.output().trim().split('\n');
  expect(first).toBe(`${path} has 7 faults; nothing was stored.`);
  expect(faults.map((fault) => fault.trim().split(' ', 1)[0])).toEqual([
    '/campaign/slug',
    '/campaign/zone',
    '/campaign/closesAt',
    '/campaign/maxChoices',
    '/schools/0/colour',
    '/schools/1/contact/email',
    '/schools/2/notice/specialisms/0',
  ]);
  expect(faults.filter((fault) => !/\(\d+:\d+\)/.test(fault))).toEqual([]);
  expect(await world.sql("select slug from app.campaign where slug <> 'astg3-2027'")).toEqual([]);
});

const withSevenFaults = () =>
  edited(({ campaign, schools }) => {
    campaign.slug = 'No Slug';
    campaign.zone = 'Europe/Nowhere';
    campaign.closesAt = 'soon';
    campaign.maxChoices = 0;
    schools[0].colour = 'blue';
    schools[1].contact.email = 'nobody';
    schools[2].notice.specialisms[0] = 'alchemy';
  });
