import { durabilityFaults } from '@guichet/database/server/server-refusal';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { brokenPromises } from './judged/expectations.ts';
import { flushedBeforeAnswer } from './judged/flushed.ts';
import { type Planned, type Trial, tried } from './judged/trial.ts';
import { aSite, type Site } from './site/site.ts';

jest.setTimeout(300_000);

/** What a machine busy with other tests is given beyond the promised seconds; the long form is given nothing. */
const patience = 4;

let site: Site;
beforeAll(async () => {
  site = await aSite({ places: 2 });
  await site.startAll();
}, 300_000);
afterAll(() => site.remove());

const expectNothingBroken = async (planned: Planned): Promise<Trial> => {
  const trial = await tried(site, planned);
  expect({ broken: brokenPromises(trial, patience), again: trial.again }).toEqual({ broken: [], again: expect.anything() });
  expect(trial.acknowledged).toBeGreaterThanOrEqual(planned.times);
  return trial;
};

test('H-20 the server that is about to be broken is set as in production, and production has started on it', async () => {
  expect(await durabilityFaults(await site.administrator())).toEqual([]);
  expect(site.platforms[0]?.isAlive()).toBe(true);
});

test('H-20 what a submission wrote is on disk before its acknowledgement leaves', async () => {
  expect(await flushedBeforeAnswer(site, 5)).toEqual([true, true, true, true, true]);
});

test('H-01 fifteen times kill -9 of the platform loses nothing acknowledged, doubles nothing and leaves no half of a submission', async () => {
  await expectNothingBroken({ kind: 'killGateway', times: 15 });
});
