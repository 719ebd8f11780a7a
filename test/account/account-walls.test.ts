import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { type AccountDesk, openDesk } from './account-desk.ts';

let desk: AccountDesk;
beforeAll(async () => {
  desk = await openDesk();
}, 60_000);
afterAll(() => desk.stop());

type Login = 'app_login' | 'app_work' | 'auth_svc';

/** Each statement with the code it was refused by, on one connection of the login. */
async function refusals(login: Login, statements: readonly string[]) {
  const client = new Client({ connectionString: desk.urlOf(login) });
  await client.connect();
  const codes: [string, string | null][] = [];
  for (const statement of statements) {
    const code = await client.query(statement).then(
      () => null,
      (error: { code?: string }) => error.code ?? null,
    );
    codes.push([statement, code]);
  }
  await client.end();
  return codes;
}
const allDenied = (statements: readonly string[]) => statements.map((statement) => [statement, denied]);
const denied = '42501';
const names = async (text: string) => (await desk.asOwner(text)).map(({ name }) => String(name));

describe('D-27 accounts and dossiers have nothing of each other', () => {
  test('D-27 auth_svc reads, writes and calls nothing in app, and can become nobody else', async () => {
    const tables = await names(`select format('app.%I', tablename) as name from pg_tables where schemaname = 'app'`);
    expect(tables.length).toBeGreaterThan(10);
    const roles = await names(`select rolname as name from pg_roles where rolname like 'app\\_%'`);
    const statements = [
      ...tables.flatMap((table) => [`select 1 from ${table}`, `delete from ${table}`]),
      ...roles.map((role) => `set role ${role}`),
      'select app.clock()',
      'create table auth.x (y int)',
      'create table public.x (y int)',
    ];
    expect(await refusals('auth_svc', statements)).toEqual(allDenied(statements));
  });

  test('D-27 no role of app, however reached, reads schema auth', async () => {
    const tables = await names(`select format('auth.%I', tablename) as name from pg_tables where schemaname = 'auth'`);
    expect(tables).toHaveLength(10);
    const asked = await desk.asOwner(`select m.rolname as login, r.rolname as role from pg_auth_members a
      join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member where m.rolname in ('app_login', 'app_work')`);
    expect(asked.length).toBeGreaterThan(8);
    const selects = tables.map((table) => `select 1 from ${table}`);
    for (const login of ['app_login', 'app_work'] as const) {
      const roles = asked.filter((membership) => membership['login'] === login).map(({ role }) => String(role));
      expect(await refusals(login, selects)).toEqual(allDenied(selects));
      for (const role of roles) {
        expect([role, await refusals(login, [`set role ${role}`, ...selects])]).toEqual([
          role,
          [[`set role ${role}`, null], ...allDenied(selects)],
        ]);
      }
    }
  });

  test('auth_svc may not move what tells who somebody is or when a session began', async () => {
    const statements = [
      `update auth."user" set id = gen_random_uuid()`,
      `update auth.session set token = 'x'`,
      'update auth.session set created_at = now()',
      'update auth.session set user_id = gen_random_uuid()',
      `update auth.mail set recipient = 'x'`,
      'select ctid from auth.session',
      'truncate auth.session',
    ];
    expect(await refusals('auth_svc', statements)).toEqual(allDenied(statements));
  });

  test('the login of accounts waits and runs within bounds', async () => {
    const [role] = await desk.asOwner(
      `select rolinherit, rolsuper, rolbypassrls, rolcreaterole, rolconfig from pg_roles where rolname = 'auth_svc'`,
    );
    expect(role).toMatchObject({ rolinherit: false, rolsuper: false, rolbypassrls: false, rolcreaterole: false });
    expect(role?.['rolconfig']).toEqual(
      expect.arrayContaining(['statement_timeout=5s', 'lock_timeout=2s', 'idle_in_transaction_session_timeout=10s']),
    );
  });
});
