import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completeKeys } from '@guichet/platform/demonstration/known-accounts';
import { readSettings } from '@guichet/platform/settings';
import { expect, test } from '@jest/globals';
import { systemWith } from '../world/key-desk.ts';
import { secret } from '../world/server.ts';
import { aWorld } from '../world/world.ts';

test('a demonstration written down before there were keys gets two for each of its schools, once', async () => {
  const world = await aWorld();
  const data = mkdtempSync(join(tmpdir(), 'guichet-before-'));
  const file = join(data, 'demo-accounts.json');
  const account = {
    kind: 'school-admin',
    school: 'imt-mines-albi',
    email: 'a@imt-mines-albi.example',
    password: 'x',
    totpSecret: null,
  };
  writeFileSync(file, JSON.stringify([account]), { mode: 0o600 });
  const read = readSettings({ GUICHET_DATA: data });
  if ('faults' in read) throw new Error(read.faults.join());
  const place = { settings: read.settings, ownerUrl: world.ownerUrl, secret, binding: world.gateway.binding };
  await completeKeys(place);
  const written = readFileSync(file, 'utf8');
  const [first, ...keys] = JSON.parse(written) as { school: string; apiKey: string }[];
  expect([first, keys.map(({ school }) => school)]).toEqual([account, ['imt-mines-albi', 'imt-mines-albi']]);
  for (const { apiKey } of keys) {
    const { desk } = await systemWith(world, apiKey).read('{ desk { school { slug } } }');
    expect(desk.school.slug).toBe('imt-mines-albi');
  }
  await completeKeys(place);
  expect(readFileSync(file, 'utf8')).toBe(written);
  rmSync(data, { recursive: true, force: true });
  await world.close();
});
