import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const largest = 15;

/** Files of each folder that hold code, counted without the folders in it. */
function crowdedFolders(files: readonly string[]): string[] {
  const code = files.filter((file) => /^(packages|services|test)\/.*\.(ts|mjs)$/.test(file) && !file.includes('/migrations/'));
  const folders = Map.groupBy(code, (file) => dirname(file));
  return [...folders]
    .filter(([, inside]) => inside.length > largest)
    .map(([folder, inside]) => `${folder}: ${inside.length} files`);
}

test('no folder holds more than fifteen files, apart from the migrations', () => {
  const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n');
  expect(crowdedFolders(files)).toEqual([]);
});

test('a sixteenth file is reported', () => {
  const files = Array.from({ length: 16 }, (_, index) => `packages/domain/src/text/text-${index}.ts`);
  expect(crowdedFolders(files)).toEqual(['packages/domain/src/text: 16 files']);
  expect(crowdedFolders(files.slice(1))).toEqual([]);
});
