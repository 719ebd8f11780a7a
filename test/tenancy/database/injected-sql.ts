import { describe, expect, test } from '@jest/globals';
import { acting, denied } from './acting.ts';
import { codesOf, requestRoles, type WalledWorld } from './walled-world.ts';

/** Whoever brings a statement of their own into a request. */
export function injectedSql(world: () => WalledWorld): void {
  describe('what SQL slipped into a request can do', () => {
    const other = () => `set_config('app.school', '${world().schoolId('B')}', true)`;

    test('a setting changed by a second statement answers nothing', async () => {
      const statement = await world().readable('app_school');
      expect((await world().gateway.as(world().who.OA, `select ${other()}`, statement)).rows).toEqual([{ n: 0 }]);
      expect(
        (
          await world().gateway.as(
            world().who.C1,
            `select set_config('app.candidate', '${world().who.C2.candidate}', true)`,
            await world().readable('app_candidate'),
          )
        ).rows,
      ).toEqual([{ n: 0 }]);
    });

    test('a setting changed within the statement shows no row of another school', async () => {
      const early = `with x as materialized (select ${other()}) select c.school_id from x, app.candidacy c`;
      const late = `select c.school_id from app.candidacy c, lateral (select ${other()}) x`;
      for (const statement of [early, late]) {
        const { rows } = await world().gateway.as(world().who.OA, statement);
        expect(rows.filter((row) => row['school_id'] !== world().schoolId('A'))).toEqual([]);
      }
    });

    test('a role switched in a second statement answers nothing', async () => {
      for (const role of requestRoles.filter((each) => each !== 'app_school')) {
        const said = await world().gateway.as(world().who.OA, `set local role ${role}`, await world().readable(role));
        expect([role, said.rows]).toEqual([role, [{ n: 0 }]]);
      }
      expect((await world().gateway.as(world().who.OA, 'reset role', 'select 1 from app.candidacy')).code).toBe(denied);
      expect((await world().gateway.as(world().who.OA, 'set local role app_effect')).code).toBe(denied);
      expect((await world().gateway.as(world().who.OA, 'set local role app_relay')).code).toBe(denied);
    });

    test('nobody reads the key of the seal', async () => {
      for (const statement of ['select key from app.seal', 'select app.signing_key()']) {
        for (const role of requestRoles) expect((await world().gateway.as({ role }, statement)).code).toBe(denied);
      }
    });

    test('C-10 what passes by the policies is closed to every role', async () => {
      const statements = [
        ...world().tables.map((name) => `truncate app.${name}`),
        `copy (select 1) to program 'true'`,
        `copy app.country from '/etc/hostname'`,
        'select lo_create(0)',
        `select lo_from_bytea(0, '\\x00')`,
        `select pg_read_file('postgresql.conf')`,
        `select pg_ls_dir('.')`,
        'create extension dblink schema app',
        'create temporary table planted (x int)',
        'create table app.planted (x int)',
        'create table public.planted (x int)',
        'select rolpassword from pg_authid',
        'alter role app_school createrole',
      ];
      for (const role of requestRoles) {
        const said = [];
        for (const statement of statements) said.push(await world().gateway.as({ ...world().who.OA, role }, statement));
        expect([role, codesOf(said)]).toEqual([role, [denied]]);
      }
    });

    test('C-10 a school can lock or copy no table that holds dossiers', async () => {
      const closed = ['candidacy', 'dossier_head', 'dossier_identity', 'dossier_content', 'preference', 'choice', 'audit'];
      const said = [];
      for (const table of closed) {
        said.push(await world().gateway.as(world().who.OA, `lock table app.${table} in access exclusive mode`));
        if (table !== 'audit') said.push(await world().gateway.as(world().who.OA, `copy app.${table} to stdout`));
      }
      expect(codesOf(said)).toEqual([denied]);
    });

    test('C-10 what others are running is not shown, and nothing of ours is told through notifications', async () => {
      const busy = await acting(world().world.ownerUrl, 'app_login');
      const running = busy.as(world().who.OB, `select 'a secret of B', pg_sleep(0.5)`);
      const { rows } = await world().gateway.as(
        world().who.OA,
        `select string_agg(query, '') as seen from pg_stat_activity where pid <> pg_backend_pid()`,
      );
      await running;
      await busy.close();
      expect(rows[0]?.['seen'] ?? '').not.toContain('secret');
      const told = await world().world.sql(
        `select proname from pg_proc where pronamespace in ('app'::regnamespace, 'auth'::regnamespace) and prosrc ~* 'notify'`,
      );
      expect(told).toEqual([]);
    });
  });
}
