import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aWorld, type World } from '../world/world.ts';
import { raced, startWatch } from './race.ts';
import { races } from './races.ts';

const rounds = 8;

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

describe('acts at the same instant', () => {
  test.each(races.map(([cases, begun]) => ({ cases, begun, name: begun.name.replaceAll(/(?=[A-Z])/g, ' ').toLowerCase() })))(
    '$cases $name: each round ends as one after the other would, and nobody who looks meanwhile sees a broken state',
    async ({ begun }) => {
      const { faults, looks } = await raced(world, await begun(world), rounds);
      expect(faults).toEqual([]);
      expect(looks).toBeGreaterThanOrEqual(rounds);
    },
    60_000,
  );
});

test('who looks meanwhile sees what was broken for thirty milliseconds and mended since', async () => {
  await world.sql('create table test.broken (broken text)');
  const watch = await startWatch(world.administratorUrl, 'select broken from test.broken');
  await world.sql(`insert into test.broken values ('for a moment')`);
  await pause(30);
  await world.sql('delete from test.broken');
  expect((await watch.end()).seen).toEqual(['for a moment']);
});
