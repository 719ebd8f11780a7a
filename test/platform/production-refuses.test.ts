import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { refuseDemoAccounts } from '@guichet/platform/demonstration/demo-accounts';
import { readSettings } from '@guichet/platform/settings';
import { afterAll, expect, jest, test } from '@jest/globals';
import { dataFolder, run } from './started-platform.ts';

jest.setTimeout(60_000);

const data = dataFolder();
afterAll(() => rmSync(data, { recursive: true, force: true }));

test('D-28 production tells every fault of its settings at once and starts nothing', async () => {
  const secret = 'hunter2';
  const started = run('start', [], {
    NODE_ENV: 'production',
    GUICHET_DATA: data,
    GUICHET_SECRET: secret,
    GUICHET_URL: 'http://guichet.example',
  });
  expect(await started.ended).toBe(1);
  expect(started.output().trim().split('\n')).toEqual([
    'The platform cannot start with these settings:',
    expect.stringContaining('SMTP_URL is missing'),
    expect.stringContaining('MAIL_FROM is missing'),
    expect.stringContaining('GUICHET_SECRET is shorter than 32 bytes'),
    expect.stringContaining('GUICHET_URL must begin with https://'),
  ]);
  expect(started.output()).not.toContain(secret);
  expect(existsSync(join(data, 'database'))).toBe(false);
});

test('demo accounts are made neither in production nor on a server of one’s own', () => {
  const settings = readSettings({});
  if ('faults' in settings) throw new Error(settings.faults.join());
  expect(() => refuseDemoAccounts(settings.settings)).not.toThrow();
  expect(() => refuseDemoAccounts({ ...settings.settings, isProduction: true })).toThrow(/never made in production/);
  expect(() => refuseDemoAccounts({ ...settings.settings, databaseUrl: 'postgres://owner@host/guichet' })).toThrow(
    /DATABASE_URL/,
  );
});
