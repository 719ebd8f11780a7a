import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readRunFile, writeRunFile } from './run-file.ts';

test('a platform is found by its data folder, which is made when it is not there yet, and no more once it stopped', () => {
  const parent = mkdtempSync(join(tmpdir(), 'guichet-run-'));
  const folder = join(parent, 'data');
  const facts = {
    ownerUrl: 'postgres://owner@127.0.0.1/guichet',
    url: 'https://guichet.example',
    localUrl: 'http://127.0.0.1:1',
  };
  try {
    const forget = writeRunFile(folder, facts);
    expect(readRunFile(folder)).toMatchObject({ pid: process.pid, ...facts });
    forget();
    expect(readRunFile(folder)).toBeNull();
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
});
