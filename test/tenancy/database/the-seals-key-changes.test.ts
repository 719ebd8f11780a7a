import { randomBytes, randomUUID } from 'node:crypto';
import { sealKeyOf, writeSealKey } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { sealedSession } from '@guichet/database/session/seal';
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { clone, databaseUrl, secret } from '../../world/server.ts';
import { type Acting, acting } from './acting.ts';

const { GUICHET_TEST_ADMINISTRATOR: root = '', GUICHET_TEST_OWNER: owner = '' } = process.env;
const claims = { role: 'app_candidate', principal: randomUUID(), candidate: randomUUID() };
let url: string;
let connection: Acting;

beforeAll(async () => {
  const name = `w${randomBytes(6).toString('hex')}`;
  await clone(root, { from: 'guichet', to: name });
  url = databaseUrl(owner, name);
});
// A connection keeps its plans: each test has one that kept none yet.
beforeEach(async () => {
  connection = await acting(url, 'app_login');
});
afterEach(() => connection.close());

/** Whether the connection believes what is signed with the key of a secret. */
async function believes(signedWith: string): Promise<unknown> {
  const { role, variables } = sealedSession(sealKeyOf(signedWith), claims);
  const { rows } = await connection.claiming(role, variables, 'select app.sealed() as sealed');
  return rows[0]?.['sealed'];
}

async function writeKeyOf(newSecret: string) {
  const orm = await createOrm({ url, connections: 1, isOwner: true });
  await writeSealKey(orm, newSecret);
  await orm.close();
}

test('a connection that believed the former key believes the new one alone, from its next transaction on', async () => {
  const other = 'another secret of the tests, as long as the first';
  expect([await believes(secret), await believes(other)]).toEqual([true, false]);
  await writeKeyOf(other);
  expect([await believes(secret), await believes(other)]).toEqual([false, true]);
  await writeKeyOf(secret);
  expect([await believes(secret), await believes(other)]).toEqual([true, false]);
});

test('a connection whose first question bears no seal sees the key all the same when a seal comes', async () => {
  for (const unsealed of [{}, { 'app.seal': '' }, { 'app.seal': 'x' }]) {
    const { rows } = await connection.claiming('app_candidate', unsealed, 'select app.sealed() as sealed');
    expect(rows).toEqual([{ sealed: false }]);
  }
  expect(await believes(secret)).toBe(true);
});
