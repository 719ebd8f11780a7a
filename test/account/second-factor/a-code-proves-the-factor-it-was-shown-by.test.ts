import { setTimeout as wait } from 'node:timers/promises';
import { codeAt } from '@guichet/gateway/account/second-factor/time-code';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { type AccountDesk, goodPassword, openDesk } from '../account-desk.ts';
import { awayFromTheEdge, begin, clockOf, withFactor } from './telephone.ts';

let desk: AccountDesk;
let holder: Client;

beforeAll(async () => {
  desk = await openDesk();
  holder = new Client({ connectionString: desk.urlOf('owner') });
  await holder.connect();
});
afterAll(async () => {
  await holder.end();
  await desk.stop();
});

/** Holds the row of a factor, so that whoever writes it waits, in the order they came. */
async function hold(email: string): Promise<void> {
  await holder.query('begin');
  await holder.query(
    `select from auth.second_factor f join auth."user" u on u.id = f.user_id where u.email = $1 for update of f`,
    [email],
  );
}

/** Once as many wait for a row as are said to. */
async function untilWaiting(count: number): Promise<void> {
  const text = `select from pg_locks l join pg_stat_activity a on a.pid = l.pid and a.datname = current_database() where not l.granted`;
  for (let turn = 0; turn < 200; turn++) {
    if ((await desk.asOwner(text)).length === count) return;
    await wait(20);
  }
  throw new Error('Nobody came to wait');
}

test('a code confirms no other factor than its own, offered in a second window as it was judged', async () => {
  const email = 'two-windows@example.fr';
  await desk.open(email);
  const cookie = await desk.signIn(email);
  const offer = () => desk.post('/auth/second-factor/offer', { password: goodPassword }, { cookie });
  const confirm = (code: string) => desk.post('/auth/second-factor/confirm', { code }, { cookie });
  const codeOf = async (base32: unknown) => codeAt(String(base32), await clockOf(desk));
  const first = await offer();
  await awayFromTheEdge(desk);
  await hold(email);
  const offering = offer();
  await untilWaiting(1);
  const confirming = confirm(await codeOf(first.json.base32));
  await untilWaiting(2);
  await holder.query('commit');
  expect((await confirming).json.code).toBe('CODE_REFUSED');
  expect(await desk.asOwner('select from auth.backup_code')).toEqual([]);
  expect((await confirm(await codeOf((await offering).json.base32))).status).toBe(200);
});

test('a code opens nothing once its factor was replaced as it was judged', async () => {
  const email = 'replaced@example.fr';
  const telephone = await withFactor(desk, email);
  const begun = await begin(desk, email);
  await awayFromTheEdge(desk);
  await hold(email);
  const opening = desk.post('/auth/sign-in/code', { code: await telephone.code() }, { cookie: begun });
  await untilWaiting(1);
  // Another telephone, whose codes would be other ones.
  await holder.query(
    `update auth.second_factor f set sealed_secret = '\\x00' from auth."user" u where u.id = f.user_id and u.email = $1`,
    [email],
  );
  await holder.query('commit');
  expect((await opening).json.code).toBe('CODE_REFUSED');
});
