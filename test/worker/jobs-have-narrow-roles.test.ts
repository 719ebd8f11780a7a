import { systemHat } from '@guichet/database/session/hat';
import { loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { type Binding, inWork } from '@guichet/database/session/work';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { Client } from 'pg';
import { submitted } from '../world/dossier.ts';
import { secret } from '../world/server.ts';
import { aWorld, type World } from '../world/world.ts';

let world: World;
let worker: Binding;
beforeAll(async () => {
  world = await aWorld();
  const orm = await createOrm({ url: loginUrl(world.ownerUrl, 'app_work', secret), connections: 2 });
  worker = { ...world.gateway.binding, orm };
  await submitted(await world.candidate('Claire'), { schools: ['imt-mines-albi'] });
});
afterAll(async () => {
  await worker.orm.close();
  await world.close();
});

const as = (binding: Binding, role: 'app_relay' | 'app_totals', statement: string) =>
  inWork(binding, systemHat(role), async ({ db }) => (await sql.raw(statement).execute(db)).rows);
const dossiers = [
  'candidacy',
  'dossier_head',
  'dossier_identity',
  'dossier_content',
  'application',
  'snapshot',
  'choice',
  'preference',
  'candidate',
  'person',
];

describe('C-15 what happens without a request', () => {
  test('C-15 has no right at all before it takes a role: forgetting it is refused, not a leak', async () => {
    const client = new Client({ connectionString: loginUrl(world.ownerUrl, 'app_work', secret) });
    await client.connect();
    for (const table of ['outbox', 'totals', 'campaign', ...dossiers])
      await expect(client.query(`select count(*) from app.${table}`)).rejects.toThrow(/permission denied/);
    await client.end();
  });

  test('C-15 relays mail with the rows that wait and their state, and reads no dossier, address or count', async () => {
    expect(await as(worker, 'app_relay', 'select kind from app.outbox')).toEqual([{ kind: 'APPLICATION_RECEIPT' }]);
    for (const table of [...dossiers, 'totals', 'campaign'])
      await expect(as(worker, 'app_relay', `select count(*) from app.${table}`)).rejects.toThrow(/permission denied/);
    for (const statement of [
      `update app.outbox set payload = '{}'`,
      `update app.outbox set recipient_id = id`,
      'delete from app.outbox',
    ])
      await expect(as(worker, 'app_relay', statement)).rejects.toThrow(/permission denied/);
  });

  test('C-15 folds counts and reads nothing they were counted from', async () => {
    expect(await as(worker, 'app_totals', 'select state, delta from app.totals_delta')).toEqual([
      { state: 'RECEIVED', delta: 1 },
    ]);
    for (const table of [...dossiers, 'outbox'])
      await expect(as(worker, 'app_totals', `select count(*) from app.${table}`)).rejects.toThrow(/permission denied/);
    await expect(as(worker, 'app_totals', 'update app.totals_delta set delta = 7')).rejects.toThrow(/permission denied/);
  });

  test('C-15 is nothing the gateway’s login can become', async () => {
    for (const role of ['app_relay', 'app_totals'] as const)
      await expect(as(world.gateway.binding, role, 'select 1')).rejects.toThrow(/permission denied/);
  });

  test('C-15 sees no row without the seal: a role alone is not believed', async () => {
    const client = new Client({ connectionString: loginUrl(world.ownerUrl, 'app_work', secret) });
    await client.connect();
    await client.query('begin');
    await client.query('set local role app_relay');
    await client.query(`select set_config('app.principal', '00000000-0000-4000-8000-000000000001', true)`);
    expect((await client.query('select id from app.outbox')).rows).toEqual([]);
    await client.query('rollback');
    await client.end();
  });
});
