import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readServerFacts, refusalOf } from '@guichet/database/server/server-refusal';
import { refuseDemoAccounts } from '@guichet/platform/demonstration/demo-accounts';
import { refuseMovedClock } from '@guichet/platform/running/moved-clock';
import { openDatabase } from '@guichet/platform/running/platform-database';
import { readSettings } from '@guichet/platform/settings';
import { afterAll, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import { aWorld } from '../world/world.ts';
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

test('production refuses a database whose clock was made to be moved, and takes the shipped one', async () => {
  const world = await aWorld();
  try {
    await expect(refuseMovedClock(world.ownerUrl)).rejects.toThrow(/not the shipped one/);
    await expect(refuseMovedClock(process.env['GUICHET_TEST_OWNER'] ?? '')).resolves.toBeUndefined();
  } finally {
    await world.close();
  }
});

/** Settings that name a server of one's own. */
const onServer = (databaseUrl: string, isProduction: boolean) => {
  const settings = readSettings({});
  if ('faults' in settings) throw new Error(settings.faults.join());
  return { ...settings.settings, databaseUrl, isProduction };
};

test('H-20 I-11 production refuses a server that may lose a dossier or whose log keeps what people write, and says what to set', async () => {
  const world = await aWorld();
  const database = new URL(world.ownerUrl).pathname.slice(1);
  try {
    const quiet = await openDatabase(onServer(world.ownerUrl, true)).catch((error: Error) => error.message);
    expect(quiet).toMatch(/^This server may lose .*fsync is off.*synchronous_commit is off.*Turn it on/);
    expect(quiet).not.toContain('log');
    for (const [name, value] of Object.entries({ log_statement: 'all', log_error_verbosity: 'verbose' })) {
      await world.sql(`alter database ${database} set ${name} = '${value}'`);
    }
    const talkative = await openDatabase(onServer(world.ownerUrl, true)).catch((error: Error) => error.message);
    expect(talkative).toContain('log_error_verbosity is verbose, set it to terse; log_statement is all, set it to none');
    const { warnings } = await openDatabase(onServer(world.ownerUrl, false));
    expect(warnings).toContainEqual(expect.stringMatching(/log_statement is all.*production would refuse/));
  } finally {
    await world.close();
  }
});

test('a server whose superuser owns the platform, or whose login the policies do not bind, is refused wherever it runs', async () => {
  const root = process.env['GUICHET_TEST_ADMINISTRATOR'] ?? '';
  await expect(openDatabase(onServer(root, false))).rejects.toThrow(/a superuser.*pnpm db:provision/);
  const administrator = new Client({ connectionString: root });
  await administrator.connect();
  try {
    await administrator.query('begin');
    await administrator.query('alter role app_login bypassrls');
    const facts = await readServerFacts(administrator);
    await administrator.query('rollback');
    expect(facts.exemptLogins).toEqual(['app_login']);
    const refusal = refusalOf({ ...facts, ownerIsSuperuser: false, ownerBypassesPolicies: false });
    expect(refusal).toContain('alter role app_login nosuperuser nobypassrls');
  } finally {
    await administrator.end();
  }
});
