import { systemHat } from '@guichet/database/session/hat';
import { loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { type Binding, beginWork } from '@guichet/database/session/work';
import { closeCampaignsByClock } from '@guichet/worker/campaign/close-campaigns';
import { isAlone } from '@guichet/worker/clock/alone';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { secret } from '../../world/server.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let workers: readonly Binding[];

beforeAll(async () => {
  world = await aWorld();
  const url = loginUrl(world.ownerUrl, 'app_work', secret);
  const orms = await Promise.all([1, 2, 3].map(() => createOrm({ url, connections: 2 })));
  workers = orms.map((orm) => ({ ...world.gateway.binding, orm }));
});
afterAll(async () => {
  await Promise.all(workers.map(({ orm }) => orm.close()));
  await world.close();
});

test('G-13 workers that close at the same moment close a campaign once: one change, one line of trail', async () => {
  const [before] = await world.sql<{ version: number }>(`select version from app.campaign where slug = 'astg3-2027'`);
  await world.at('2027-04-07T00:00:00Z');
  const closed = await Promise.all([...workers, ...workers].map(closeCampaignsByClock));
  expect(closed.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 0, 0, 1]);
  const [after] = await world.sql(`select state, version from app.campaign where slug = 'astg3-2027'`);
  expect(after).toEqual({ state: 'CLOSED', version: (before?.version ?? 0) + 1 });
  expect(await world.sql(`select act from app.audit_person where act = 'CAMPAIGN_CLOSED'`)).toHaveLength(1);
});

test('G-13 a worker that finds another at it does nothing, and takes its turn once that one is done', async () => {
  await world.sql(`update app.campaign set state = 'OPEN' where slug = 'astg3-2027'`);
  const [first, second] = workers as readonly [Binding, Binding];
  const busy = await beginWork(first, systemHat('app_platform'));
  expect(await isAlone(busy, 'close-campaigns')).toBe(true);
  expect(await closeCampaignsByClock(second)).toBe(0);
  await busy.rollback();
  expect(await closeCampaignsByClock(second)).toBe(1);
});

test('G-13 a campaign that cannot be closed keeps no other open, and is heard of', async () => {
  await world.sql(`update app.campaign set state = 'OPEN' where slug = 'astg3-2027'`);
  // Its id comes first, so it is tried first.
  const columns = (
    await world.sql<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'app' and table_name = 'campaign'
         and column_name not in ('id', 'slug')`,
    )
  ).map(({ name }) => name);
  await world.sql(`insert into app.campaign (id, slug, ${columns.join(', ')})
    select '00000000-0000-7000-8000-000000000000', 'stuck', ${columns.join(', ')} from app.campaign where slug = 'astg3-2027'`);
  await world.sql(`create function app.stuck() returns trigger language plpgsql as $$ begin raise exception 'stuck'; end $$`);
  await world.sql(
    `create trigger stuck before update on app.campaign for each row when (new.slug = 'stuck') execute function app.stuck()`,
  );
  const [worker] = workers as readonly [Binding];
  await expect(closeCampaignsByClock(worker)).rejects.toThrow('stuck');
  expect(await world.sql('select slug, state from app.campaign order by slug')).toEqual([
    { slug: 'astg3-2027', state: 'CLOSED' },
    { slug: 'stuck', state: 'OPEN' },
  ]);
});
