import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { secret } from '../world/server.ts';
import { aWorld, type World } from '../world/world.ts';
import { dataFolder, freePort, run } from './started-platform.ts';

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

async function refusal(environment: Readonly<Record<string, string>>): Promise<string> {
  const started = run('start', [], environment);
  expect(await started.ended).toBe(1);
  const lines = started.output().trim().split('\n');
  return lines.filter((line) => !/^(Guichet serves|Warning|Ctrl| {2}http)/.test(line)).join('\n');
}

test('a folder that is none, for the data or for back-ups, is told in one line that names its setting', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(await refusal({ GUICHET_DATA: file })).toMatch(/^\S+file is no folder that can be written .* in GUICHET_DATA\.$/);
  expect(await refusal({ GUICHET_DATA: join(file, 'data') })).toMatch(/data is no folder .* in GUICHET_DATA\.$/);
  const backup = { GUICHET_DATA: join(folder, 'data'), GUICHET_BACKUP: file };
  expect(await refusal(backup)).toMatch(/^\S+file is no folder that can be written .* in GUICHET_BACKUP\.$/);
});

test('an address that is not this machine’s, and a port of reports that is taken, are told in one line each', async () => {
  const taken = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
  const served = { DATABASE_URL: world.ownerUrl, GUICHET_SECRET: secret, GUICHET_DATA: folder, PORT: String(await freePort()) };
  try {
    expect(await refusal({ ...served, HOST: '192.0.2.1' })).toMatch(/^This machine has no address 192\.0\.2\.1 .* in HOST\.$/);
    const reports = { GUICHET_BOUNCE_ADDRESS: 'retour@guichet.example', GUICHET_BOUNCE_PORT: String(port) };
    expect(await refusal({ ...served, ...reports })).toMatch(/^Port \d+ of 127\.0\.0\.1 is taken .* in GUICHET_BOUNCE_PORT\.$/);
  } finally {
    taken.close();
  }
});
