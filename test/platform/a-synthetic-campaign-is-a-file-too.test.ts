import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { secret } from '../world/server.ts';
import { aWorld, type World } from '../world/world.ts';
import { dataFolder, run } from './started-platform.ts';

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

async function told(command: string, ...words: string[]): Promise<{ status: number | string; words: string }> {
  const ran = run(command, words, { DATABASE_URL: world.ownerUrl, GUICHET_SECRET: secret, GUICHET_DATA: folder });
  return { status: await ran.ended, words: ran.output() };
}

test('a seed makes an open campaign with its dossiers, which exported and imported again changes nothing', async () => {
  const seeded = await told('seed', '--candidates', '50', '--schools', '4', '--seed', '5');
  expect([seeded.status, seeded.words]).toEqual([0, expect.stringContaining('synthetic-5-2027 is open: 4 schools, 50 dossiers')]);
  expect(await world.sql("select count(*)::int as n from app.application where reference like 'ASTG3-27-%'")).toEqual([
    { n: 50 },
  ]);
  const path = join(folder, 'synthetic.json');
  expect(await told('campaign', 'export', 'synthetic-5-2027', '--out', path)).toMatchObject({ status: 0 });
  expect(JSON.parse(readFileSync(path, 'utf8')).schools).toHaveLength(4);
  const again = await told('campaign', 'import', path);
  expect([again.status, again.words]).toEqual([0, expect.stringContaining('nothing was changed')]);
});
