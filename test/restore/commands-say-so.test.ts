import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { dataFolder, run } from '../platform/started-platform.ts';
import { secret } from '../world/server.ts';

const data = dataFolder();
afterAll(() => rmSync(data, { recursive: true, force: true }));

async function refused(command: string, words: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<string> {
  const running = run(command, words, { GUICHET_DATA: data, GUICHET_SECRET: secret, ...more });
  expect(await running.ended).toBe(1);
  return running.output();
}

test('a server of one’s own is backed up and restored by its operator: the commands say so and try nothing', async () => {
  const own = { DATABASE_URL: 'postgres://owner@127.0.0.1:1/guichet', GUICHET_BACKUP: join(data, 'back-ups') };
  expect(await refused('back-up', [], own)).toContain('it is backed up with its own tools');
  expect(await refused('restore', [], own)).toContain('then run "pnpm restore --after"');
});

test('without a folder, without a back-up or with an instant nobody understands, the command tells what to do and ends with 1', async () => {
  expect(await refused('back-up', [])).toContain('Name the folder of back-ups in GUICHET_BACKUP');
  const empty = { GUICHET_BACKUP: join(data, 'back-ups') };
  expect(await refused('restore', [], empty)).toContain('holds no whole back-up');
  expect(await refused('restore', ['--at', 'yesterday'], empty)).toContain('--at is an instant with its zone');
  expect(await refused('restore-drill', [], empty)).toContain('holds no whole back-up');
});

test('without the secret of then nothing is restored, and none is made that would lie in its place', async () => {
  const fresh = join(data, 'fresh');
  const without = { GUICHET_DATA: fresh, GUICHET_SECRET: '', GUICHET_BACKUP: join(data, 'back-ups') };
  for (const command of ['restore', 'restore-drill'])
    expect(await refused(command, [], without)).toMatch(/^There is no secret to restore with.*\nSet GUICHET_SECRET/);
  expect(existsSync(fresh)).toBe(false);
});

test('a database made anew does not put its log where the rescue of another one lies', async () => {
  const folder = join(data, 'of another');
  mkdirSync(folder);
  writeFileSync(join(folder, 'database'), '7000000000000000001\n');
  expect(await refused('back-up', [], { GUICHET_BACKUP: folder })).toContain('holds the back-ups of another database');
});
