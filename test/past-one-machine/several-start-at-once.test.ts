import { randomBytes } from 'node:crypto';
import { migrate } from '@guichet/database/session/migrate';
import { expect, test } from '@jest/globals';
import { Client } from 'pg';
import { clone, databaseUrl, secret } from '../world/server.ts';

const { GUICHET_TEST_ADMINISTRATOR: root = '', GUICHET_TEST_OWNER: owner = '' } = process.env;

/** What the server keeps of the logins' passwords. */
async function verifiers(): Promise<readonly string[]> {
  const client = new Client({ connectionString: root });
  await client.connect();
  const text = `select rolpassword as kept from pg_authid where rolname in ('app_login', 'app_work', 'auth_svc') order by rolname`;
  const { rows } = await client.query<{ kept: string }>(text);
  await client.end();
  return rows.map(({ kept }) => kept);
}

test('six platforms that start at the same instant wait for one another, and none fails', async () => {
  const name = `w${randomBytes(6).toString('hex')}`;
  await clone(root, { from: 'guichet', to: name });
  const starts = Array.from({ length: 6 }, () => migrate(databaseUrl(owner, name), secret));
  expect((await Promise.allSettled(starts)).filter(({ status }) => status === 'rejected')).toEqual([]);
});

test('a further start leaves the verifiers of the logins as they are, so that a pooler may keep a copy of them', async () => {
  const name = `w${randomBytes(6).toString('hex')}`;
  await clone(root, { from: 'guichet', to: name });
  await migrate(databaseUrl(owner, name), secret);
  const before = await verifiers();
  await migrate(databaseUrl(owner, name), secret);
  expect(await verifiers()).toEqual(before);
  expect(new Set(before).size).toBe(3);
});
