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

// A start is the dearest thing here: two hundred of them are made by the long form.
test('H-01 kill -9 of the platform, fifteen times, loses nothing acknowledged, doubles nothing and leaves no half of a submission', async () => {
  await expectNothingBroken({ kind: 'killGateway', times: 15 });
});

test('H-02 a process of the database killed five times: it recovers, and the platform finds it again by itself', async () => {
  await expectNothingBroken({ kind: 'killBackend', times: 5 });
});

test('H-03 an immediate stop of the database, twice, loses nothing acknowledged', async () => {
  await expectNothingBroken({ kind: 'stopServer', times: 2 });
});

test('H-04 the connection cut twenty times around COMMIT: the key tells what became of the submission', async () => {
  const { again } = await expectNothingBroken({ kind: 'cutCommit', times: 20 });
  expect(again['UNAVAILABLE']).toBeGreaterThanOrEqual(20);
});

test('H-05 an answer lost on its way, forty times: sent again, the same comes', async () => {
  await expectNothingBroken({ kind: 'loseAnswer', times: 40 });
});

test('H-07 a receiver that refuses, hangs up, answers late or twice: each mail is effective exactly once', async () => {
  await expectNothingBroken({ kind: 'spoilMail', times: 10 });
});

test('H-10 SIGTERM under load, three times: no longer ready, what is in hand is answered, the end is in order', async () => {
  await expectNothingBroken({ kind: 'drain', times: 3 });
});

test('H-11 with every connection asleep whoever comes is told when to come back, and health answers all the while', async () => {
  const planned = { kind: 'exhaustPool', times: 1 } as const;
  expect(brokenPromises(await tried(site, planned), patience)).toEqual([]);
});
