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
