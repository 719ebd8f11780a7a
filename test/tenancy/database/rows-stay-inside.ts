import { describe, expect, test } from '@jest/globals';
import { denied, noParent } from './acting.ts';
import { codesOf, type WalledWorld } from './walled-world.ts';

const actorOf: Readonly<Record<string, 'RA1' | 'KW'>> = { app_reviewer: 'RA1', app_key: 'KW' };

/** Rows, keys and conflicts across two schools and three candidates. */
export function rowsStayInside(world: () => WalledWorld): void {
  describe('rows stay inside their tenant', () => {
    test('C-05 no row is moved to another school or candidate', async () => {
      const moved = [];
      for (const { t, role, c } of await tenantColumns()) {
        const [claims, id] =
          role === 'app_candidate'
            ? [world().who.C1, world().who.C2.candidate]
            : [world().who[actorOf[role] ?? 'AA'], world().schoolId('B')];
        const said = await world().gateway.as(claims, `update app.${t} set ${c} = '${id}'`);
        moved.push([t, role, said.code ?? `${said.rowCount} rows`]);
      }
      expect(moved.length).toBeGreaterThan(50);
      expect(moved.filter(([, , code]) => code !== denied)).toEqual([]);
    });

    test('C-06 a row of mine cannot hang on a row of another', async () => {
      const at = (name: string) => world().candidacies[name];
      const [a, b, now] = [world().schoolId('A'), world().schoolId('B'), 'app.clock()'];
      const said = [
        await world().gateway.as(
          world().who.OA,
          `insert into app.opening (school_id, candidacy_id, reader_id, function, at)
        values ('${a}', '${at('C3 at B')}', '${world().who.OA.principal}', 'OFFICER', ${now})`,
        ),
        await world().gateway.as(
          world().who.OA,
          `insert into app.assignment (school_id, candidacy_id, reader_id, assigner_id)
        values ('${a}', '${at('C1 at B')}', '${world().who.RA1.principal}', '${world().who.OA.principal}')`,
        ),
        await world().gateway.as(
          world().who.C2,
          `insert into app.filing (candidate_id, school_id, candidacy_id, campaign_id)
        values ('${world().who.C2.candidate}', '${b}', '${at('C3 at B')}', gen_random_uuid())`,
        ),
        await world().gateway.as(
          world().who.C2,
          `insert into app.withdrawal (school_id, id, candidacy_id, candidate_id, dossier_number, reason, at)
        values ('${a}', gen_random_uuid(), '${at('C1 at A')}', '${world().who.C2.candidate}', 1, 'OTHER', ${now})`,
        ),
        await world().gateway.as(
          world().who.C2,
          `insert into app.recall (candidate_id, id, application_id, at)
        select '${world().who.C2.candidate}', gen_random_uuid(), '${await applicationOf('C1')}', ${now}`,
        ),
      ];
      expect(said.map(({ code }) => code)).toEqual(Array(5).fill(noParent));
    });

    test('C-07 a conflict with a row that is not seen inserts nothing, and the count tells', async () => {
      const [taken] = await world().world.sql<{ reference: string; campaign_id: string }>(
        'select reference, campaign_id from app.application where candidate_id = $1',
        [world().who.C1.candidate],
      );
      const begin = (reference: string) => `insert into app.application (candidate_id, id, campaign_id, reference, created_at)
      values ('${world().who.C4.candidate}', gen_random_uuid(), '${taken?.campaign_id}', '${reference}', app.clock()) on conflict do nothing`;
      expect((await world().gateway.as(world().who.C4, begin(taken?.reference ?? ''))).rowCount).toBe(0);
      expect((await world().gateway.as(world().who.C4, begin('ASTG3-27-22222'))).rowCount).toBe(1);
    });

    test('C-08 what exists only at another school is as new as a fresh value', async () => {
      const invite = (
        email: string,
      ) => `insert into app.invitation (school_id, id, email, display_name, functions, digest, inviter_id, at, expires_at)
      values ('${world().schoolId('A')}', gen_random_uuid(), '${email}', 'x', '{OFFICER}', '\\x00', '${world().who.AA.principal}', app.clock(), app.clock())`;
      const answers = [
        await world().gateway.as(world().who.AA, invite(world().people.OB.email)),
        await world().gateway.as(world().who.AA, invite('nobody@nowhere.example')),
      ];
      expect(answers.map(({ code, rowCount }) => [code, rowCount])).toEqual([
        [null, 1],
        [null, 1],
      ]);
    });

    test('I-08 the trail is only ever added to', async () => {
      const said = [];
      for (const claims of [
        world().who.OA,
        world().who.KW,
        world().who.RA1,
        world().who.C1,
        world().who.OP,
        world().who.anonymous,
      ]) {
        for (const table of ['audit', 'audit_person']) {
          for (const statement of [`update app.${table} set act = 'x'`, `delete from app.${table}`, `truncate app.${table}`]) {
            said.push(await world().gateway.as(claims, statement));
          }
        }
      }
      for (const role of ['app_relay', 'app_totals', 'app_sealer', 'app_jobs'])
        said.push(await world().worker.as({ role, principal: world().who.OP.principal }, 'delete from app.audit_person'));
      expect(codesOf(said)).toEqual([denied]);
    });
  });

  /** Every tenant column of every table, for the roles that are bound to a tenant. */
  const tenantColumns = () =>
    world().world.sql<{ t: string; role: string; c: string }>(
      `select c.relname as t, r.role, a.attname as c from pg_class c join pg_attribute a on a.attrelid = c.oid
       cross join unnest(array['app_school', 'app_key', 'app_reviewer', 'app_candidate']) r(role)
      where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and not a.attisdropped
        and a.attname = case r.role when 'app_candidate' then 'candidate_id' else 'school_id' end order by 1, 2`,
    );

  const applicationOf = async (name: 'C1') =>
    (
      await world().world.sql<{ id: string }>('select id from app.application where candidate_id = $1', [
        world().who[name].candidate,
      ])
    )[0]?.id;
}
