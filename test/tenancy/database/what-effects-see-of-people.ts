import { personHat } from '@guichet/database/session/hat';
import { sealKeyOf } from '@guichet/database/session/migrate';
import { type Claims, sealedSession } from '@guichet/database/session/seal';
import { describe, expect, test } from '@jest/globals';
import { secret } from '../../world/server.ts';
import { asAdministrator } from './as-administrator.ts';
import type { WalledWorld } from './walled-world.ts';

/** What the policies with two ways in let an effect see of people: one's own, and as links end, those of the team that ends them. */
export function whatEffectsSeeOfPeople(world: () => WalledWorld): void {
  /** A function of the effects' owner, called as a trigger's is: under the hat of the request, with its role still said. */
  const peek = [
    `create function app.peek() returns json language sql security definer set search_path = pg_catalog, pg_temp as $$ select json_build_object(
       'schools', array(select distinct m.school_id from app.membership m where m.account_id is distinct from app.principal()),
       'members', array(select m.account_id from app.membership m order by 1), 'people', array(select p.account_id from app.person p order by 1),
       'accepted', array(select distinct a.account_id from app.invitation_acceptance a order by 1),
       'invitations', array(select distinct i.school_id from app.invitation i),
       'rights', (select count(*) from app.consortium_right r where r.account_id is distinct from app.principal()),
       'links', (select count(*) from app.consortium_invitation)) $$`,
    'alter function app.peek() owner to app_effect',
    `do $$ begin execute (select format('grant execute on function app.peek() to %s', string_agg(rolname, ', ')) from pg_roles
       where rolname in ('app_public', 'app_person', 'app_candidate', 'app_school', 'app_key', 'app_reviewer', 'app_platform')); end $$`,
  ];

  interface Seen {
    readonly schools: readonly string[];
    readonly members: readonly string[];
    readonly people: readonly string[];
    readonly accepted: readonly string[];
    readonly invitations: readonly string[];
    readonly rights: number;
    readonly links: number;
  }

  /** Under the settings sealed for some claims, and the role these name or another. */
  const seenAs = (claims: Claims, role: string = claims.role): Promise<Seen> =>
    asAdministrator(world().world, async (client) => {
      await client.query('begin');
      try {
        for (const statement of peek) await client.query(statement);
        const { variables } = sealedSession(sealKeyOf(secret), claims);
        await client.query(`select set_config('role', $1, true)`, [role]);
        for (const [name, value] of Object.entries(variables))
          await client.query('select set_config($1, $2, true)', [name, value]);
        return (await client.query<{ peek: Seen }>('select app.peek()')).rows[0]?.peek as Seen;
      } finally {
        await client.query('rollback');
      }
    });

  const nothingOfOthers = { schools: [], invitations: [], rights: 0, links: 0 };
  const ids = async (text: string, values: readonly unknown[] = []) =>
    (await world().world.sql<{ id: string }>(text, values)).map(({ id }) => id);

  describe('what an effect sees of people', () => {
    test('B-21 is, for a school, its own members with their addresses and its own invitations', async () => {
      const [one, other] = [world().who.OA, world().who.OB];
      for (const claims of [one, other]) {
        const seen = await seenAs(claims);
        const members = await ids('select account_id as id from app.membership where school_id = $1 order by 1', [claims.school]);
        expect(seen).toMatchObject({ schools: [claims.school], members, invitations: [claims.school], rights: 0, links: 0 });
        expect(seen.people.filter((account) => !members.includes(account))).toEqual([]);
        expect(seen.accepted.filter((account) => !members.includes(account))).toEqual([]);
        expect(Math.min(seen.people.length, seen.accepted.length)).toBeGreaterThan(1);
      }
    });

    test('B-21 is, for the consortium at work, its administrators and its own links, and nobody of a school', async () => {
      const seen = await seenAs(world().who.OP);
      const rights = await ids('select account_id as id from app.consortium_right');
      expect(seen).toMatchObject({ schools: [], members: [], invitations: [], rights: rights.length - 1 });
      expect(seen.links).toBeGreaterThan(0);
      expect(seen.people.filter((account) => !rights.includes(account))).toEqual([]);
    });

    test('B-21 is for whoever acts for neither their own alone, whatever else they hold', async () => {
      const administrator = personHat(String(world().who.OP.principal));
      const officer = personHat(String(world().who.OA.principal));
      for (const claims of [administrator, officer, world().who.C1, world().who.C2, world().who.anonymous]) {
        const seen = await seenAs(claims);
        expect(seen).toMatchObject(nothingOfOthers);
        for (const account of [...seen.people, ...seen.members, ...seen.accepted]) expect(account).toBe(claims.principal);
      }
    });

    test('B-21 is nothing where settings were not sealed for the role that says them', async () => {
      const forged = await seenAs(personHat(String(world().who.OP.principal)), 'app_platform');
      expect(forged).toMatchObject({ ...nothingOfOthers, members: [], people: [], accepted: [] });
    });
  });
}
