import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { environmentOf, executable, nativeFolder, reachableBinaries } from './binaries.ts';
import { accountFor } from './unprivileged-account.ts';

const account = accountFor('nowhere');

(account ? test : test.skip)('binaries in a clone that the account cannot enter are linked to where it can, once', () => {
  const clone = mkdtempSync(join(tmpdir(), 'guichet-clone-'));
  execFileSync('cp', ['-a', nativeFolder(), join(clone, 'native')]);
  chmodSync(clone, 0o700);
  const native = join(clone, 'native');
  const reached = reachableBinaries(native, account);
  try {
    expect(reached).not.toContain(clone);
    const version = execFileSync(executable(reached, 'postgres'), ['--version'], {
      ...account,
      cwd: '/',
      env: environmentOf(reached),
    });
    expect(version.toString()).toContain('18.4');
    expect(statSync(executable(reached, 'postgres')).ino).toBe(statSync(executable(native, 'postgres')).ino);
    expect(reachableBinaries(native, account)).toBe(reached);
  } finally {
    rmSync(reached, { recursive: true });
    rmSync(clone, { recursive: true });
  }
});

test('binaries that can be reached stay where they are', () => {
  expect(reachableBinaries(nativeFolder(), undefined)).toBe(nativeFolder());
});
