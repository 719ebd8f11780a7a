import { schoolHat, systemHat } from '@guichet/database/session/hat';
import { loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { type Binding, inWork } from '@guichet/database/session/work';
import { trailSealer } from '@guichet/worker/audit/seal-trail';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Actor } from '../world/actor.ts';
import { submitted } from '../world/dossier.ts';
import { secret } from '../world/server.ts';
import { aWorld, type World } from '../world/world.ts';

let world: World;
let worker: Binding;
let head: Actor;

beforeAll(async () => {
  world = await aWorld();
  const orm = await createOrm({ url: loginUrl(world.ownerUrl, 'app_work', secret), connections: 2 });
  worker = { ...world.gateway.binding, orm };
  head = await world.member('imt-mines-albi', ['ADMIN'], 'head');
  await submitted(await world.candidate('Claire'), { schools: ['imt-mines-albi'] });
  await trailSealer(worker)();
});
afterAll(async () => {
  await worker.orm.close();
  await world.close();
});

const trail = ['audit', 'audit_person', 'audit_chain', 'audit_person_chain'];
const asSealer = (statement: string) =>
  inWork(worker, systemHat('app_sealer'), async ({ db }) => (await sql.raw(statement).execute(db)).rows);

describe('I-08 the trail is only added to', () => {
  test('I-08 no role of ours may change, delete or empty it, nor its seals', async () => {
    const held = await world.sql<{ role: string; relation: string }>(
      `select r.rolname as role, c.relname as relation from pg_roles r cross join pg_class c
       where (r.rolname like 'app\\_%' and r.rolname <> 'app_owner' or r.rolname = 'auth_svc') and c.relname = any($1)
         and c.relnamespace = 'app'::regnamespace and c.relowner <> r.oid and (has_any_column_privilege(r.oid, c.oid, 'UPDATE')
           or has_table_privilege(r.oid, c.oid, 'DELETE') or has_table_privilege(r.oid, c.oid, 'TRUNCATE'))`,
      [trail],
    );
    expect(held).toEqual([]);
    const roles = await world.sql(`select from pg_roles where rolname like 'app\\_%'`);
    expect(roles.length).toBeGreaterThan(12);
  });

  test('I-08 whoever tries is told that it is denied', async () => {
    const [school] = await world.sql<{ id: string }>(`select id from app.school where slug = 'imt-mines-albi'`);
    const hat = schoolHat(head.accountId, school?.id ?? '', ['ADMIN']);
    for (const statement of [`update app.audit set act = 'x'`, 'delete from app.audit', 'truncate app.audit'])
      await expect(inWork(world.gateway.binding, hat, ({ db }) => sql.raw(statement).execute(db))).rejects.toThrow(
        /permission denied/,
      );
    for (const table of trail)
      for (const statement of [`delete from app.${table}`, `truncate app.${table}`])
        await expect(asSealer(statement)).rejects.toThrow(/permission denied/);
    await expect(asSealer(`update app.audit_chain set digest = ''`)).rejects.toThrow(/permission denied/);
  });

  test('I-08 no school writes in another’s name, nor in another’s trail', async () => {
    const schools = await world.sql<{ id: string; slug: string }>('select id, slug from app.school');
    const idOf = (slug: string) => schools.find((school) => school.slug === slug)?.id ?? '';
    const hat = schoolHat(head.accountId, idOf('imt-mines-albi'), ['ADMIN']);
    const forged = (schoolId: string, actorId: string) =>
      inWork(world.gateway.binding, hat, ({ db }) =>
        sql`insert into app.audit (school_id, id, actor_id, act, at) values (${schoolId}, gen_random_uuid(), ${actorId}, 'X', app.clock())`.execute(
          db,
        ),
      );
    await expect(forged(idOf('imt-mines-ales'), head.accountId)).rejects.toThrow(/row-level security/);
    await expect(forged(idOf('imt-mines-albi'), crypto.randomUUID())).rejects.toThrow(/row-level security/);
  });

  test('C-15 whoever seals reads the trail and nothing else, and is nothing the gateway can become', async () => {
    expect((await asSealer('select id from app.audit')).length).toBeGreaterThan(0);
    for (const table of ['candidacy', 'dossier_head', 'dossier_identity', 'person', 'membership', 'break_glass', 'outbox'])
      await expect(asSealer(`select 1 from app.${table}`)).rejects.toThrow(/permission denied/);
    await expect(
      asSealer(`insert into app.audit (school_id, id, act, at) select id, id, 'x', now() from app.school`),
    ).rejects.toThrow(/permission denied/);
    const asGateway = inWork(world.gateway.binding, systemHat('app_sealer'), ({ db }) => sql`select 1`.execute(db));
    await expect(asGateway).rejects.toThrow(/permission denied/);
  });
});
