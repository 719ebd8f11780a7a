import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { trailSealer } from '@guichet/worker/audit/seal-trail';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { submitted } from '../world/dossier.ts';
import { secret } from '../world/server.ts';
import { aWorld, type World } from '../world/world.ts';
import { dataFolder, run } from './started-platform.ts';

jest.setTimeout(60_000);

const folder = dataFolder();
const heads = join(folder, 'heads.txt');
let world: World;
beforeAll(async () => {
  world = await aWorld();
  await submitted(await world.candidate('Claire'), { schools: ['imt-mines-albi', 'imt-mines-ales'] });
  await world.later({ minutes: 2 });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

async function verified(...words: string[]): Promise<{ status: number | string; words: string }> {
  const ran = run('verify/audit', words, { DATABASE_URL: world.ownerUrl, GUICHET_SECRET: secret, GUICHET_DATA: folder });
  return { status: await ran.ended, words: ran.output() };
}

async function sealed(): Promise<void> {
  const orm = await createOrm({ url: loginUrl(world.ownerUrl, 'app_work', secret), connections: 1 });
  const seal = trailSealer({ ...world.gateway.binding, orm });
  while ((await seal()) > 0);
  await orm.close();
}

test('I-08 what nobody sealed is told, what is sealed is printed by its heads, and a change and a chain cut off whole are named', async () => {
  const unsealed = await verified();
  expect([unsealed.status, unsealed.words]).toEqual([1, expect.stringMatching(/not sealed: does a worker run\?/)]);
  await sealed();
  const sound = await verified();
  expect([sound.status, sound.words]).toEqual([0, expect.stringMatching(/^imt-mines-albi \d+ [0-9a-f]{64}$/m)]);
  expect(sound.words).toMatch(/Every one of \d+ entries is as it was sealed, in \d+ chains\./);
  writeFileSync(heads, sound.words);
  const albi = `school_id = (select id from app.school where slug = 'imt-mines-albi')`;
  await world.sql(`update app.audit set act = 'NOTHING' where ${albi}`);
  expect(await verified()).toEqual({ status: 1, words: expect.stringMatching(/imt-mines-albi: entry 1 \(.+\) was changed/) });
  for (const table of ['audit', 'audit_chain']) await world.sql(`delete from app.${table} where ${albi}`);
  expect(await verified('--heads', heads)).toEqual({
    status: 1,
    words: expect.stringMatching(/imt-mines-albi: the chain was cut off from 1 on/),
  });
});

test('a file without heads, or that is not there, is refused with the usage', async () => {
  writeFileSync(heads, 'nothing');
  expect(await verified('--heads', heads)).toEqual({ status: 1, words: expect.stringContaining('usage: pnpm audit:verify') });
  expect((await verified('--heads', join(folder, 'absent'))).words).toContain('cannot be read');
});
