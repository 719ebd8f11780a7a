import { usualCost } from '@guichet/gateway/account/password/password-hash';
import { afterAll, expect, test } from '@jest/globals';
import { type AccountDesk, type DeskOptions, openDesk } from './account-desk.ts';

const wide = { points: 10_000, duration: 900 };
const limits = {
  passwordsOfLine: wide,
  passwordsOfNeighbourhood: wide,
  passwordsOfAccount: wide,
  mailsOfLine: wide,
  linksOfLine: wide,
};
const desks: AccountDesk[] = [];
const openedDesk = async (options: DeskOptions) => {
  const desk = await openDesk({ limits, ...options });
  desks.push(desk);
  await desk.open('known@example.fr');
  return desk;
};
afterAll(() => Promise.all(desks.map((desk) => desk.stop())));

const quantile = (times: number[], part: number) => times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0;

/** Mann-Whitney, two-sided, by the normal approximation: the chance of such ranks if both came from one source. */
function sameSource(a: readonly number[], b: readonly number[]): number {
  const above = a.flatMap((x) => b.map((y) => (x > y ? 1 : x === y ? 0.5 : 0) as number)).reduce((sum, one) => sum + one, 0);
  const [mean, deviation] = [(a.length * b.length) / 2, Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12)];
  const z = Math.abs(above - mean) / deviation;
  const t = 1 / (1 + 0.2316419 * z);
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 2 * (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
}

/** Wrong passwords for both, turn and turn about, so that the machine's moods strike both alike. */
async function inTurns(rounds: number, measure: (email: string) => Promise<number>) {
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const whose of round % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
      times[whose].push(await measure(`${whose}@example.fr`));
    }
  }
  return times;
}
const wrong = (desk: AccountDesk, email: string) => desk.post('/auth/sign-in/email', { email, password: 'not the right words' });

test('D-02 300 wrong passwords take the same time for a known and an unknown address, hashing apart', async () => {
  const desk = await openedDesk({});
  const { known, unknown } = await inTurns(150, async (email) => (await wrong(desk, email)).ms);
  expect(Math.abs(quantile(known, 0.5) - quantile(unknown, 0.5))).toBeLessThan(5);
}, 120_000);

/** Processor time of a quarter of the usual hash, and its lower quartile: the wall clock of a shared machine tells nothing of 5 ms. */
async function costs(desk: AccountDesk) {
  const { known, unknown } = await inTurns(50, async (email) => {
    const before = process.cpuUsage();
    await wrong(desk, email);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  const [usual, apart] = [quantile(known, 0.25), Math.abs(quantile(known, 0.25) - quantile(unknown, 0.25))];
  return { usual, apart, sameSource: sameSource(known, unknown) };
}

test('D-02 as much is computed for an unknown address as for a known one', async () => {
  const desk = await openedDesk({ hashCost: { ...usualCost, log2N: usualCost.log2N - 2 } });
  const first = await costs(desk);
  expect(first.usual).toBeGreaterThan(10);
  expect(first.apart).toBeLessThan(5);
  // One measure in a hundred is beyond 0.01 by luck alone; two in a row are not.
  expect(Math.max(first.sameSource, (await costs(desk)).sameSource)).toBeGreaterThan(0.01);
}, 180_000);
