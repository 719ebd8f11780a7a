import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Planted } from '../tenancy/secrecy/planted-candidates.ts';
import { peopleIn, shortRush } from './arrivals.ts';
import { anEvening, type Evening } from './evening.ts';
import { platformOf } from './platform-process.ts';
import { type Passed, rushHour, sendOne } from './rush-hour.ts';
import { autumn, evening, spring } from './variations.ts';

let night: Evening;
let used = 0;
beforeAll(async () => {
  night = await anEvening(3 * peopleIn(shortRush) + 1);
}, 240_000);
afterAll(() => night.close());

/** The next of those who wait. */
function people(count: number) {
  used += count;
  return night.candidates.planted.slice(used - count, used);
}

/** One deadline on a platform whose own clock may be wrong, by minutes. */
async function closing(closesAt: string, wrongBy: number, afterwards = async (_port: number) => {}): Promise<Passed> {
  const platform = await platformOf(night, wrongBy);
  try {
    expect(Math.abs(platform.minutesAhead - wrongBy)).toBe(0);
    const passed = await rushHour(night, { closesAt, rush: shortRush, port: platform.port, people: people(peopleIn(shortRush)) });
    await afterwards(platform.port);
    return passed;
  } finally {
    await platform.stop();
  }
}

/** What every deadline must show, whatever the clocks around it say; times count where the client's own timers were kept. */
function expectJustice(passed: Passed) {
  const { faults, schoolFiles, accepted, submissions, refused } = passed;
  expect(faults).toEqual([]);
  expect([accepted + refused, schoolFiles]).toEqual([submissions, 5 * accepted]);
  expect(refused).toBeGreaterThanOrEqual(shortRush.late);
  expect(passed.outboxEmptyAfterMs).toBeLessThanOrEqual(60_000);
  const isBusy = passed.clientLateMs > 25;
  expect(isBusy ? [] : passed.missed).toEqual([]);
  expect(isBusy ? 0 : passed.p95Ms).toBeLessThanOrEqual(2000);
}

const wordsOf = ({ sent }: Passed) => [...new Set(sent.flatMap(({ group, message }) => (group === 'late' ? [message] : [])))];

const late = (when: string) => `La clôture est passée depuis le ${when}. Rien n’a été modifié.`;

describe('the last minute before a deadline', () => {
  test('G-14 G-09 G-12 takes whole whoever was received by the deadline, however long they waited, and nobody after', async () => {
    const passed = await closing(evening, 0);
    expectJustice(passed);
    expect(wordsOf(passed)).toEqual([late('mardi 6 avril 2027 à 23\u00a0h\u00a059 (heure de Paris)')]);
  }, 300_000);

  test('G-14 G-10 E-07 ends at the instant clocks jump from two to three, by the database’s clock and not by a machine’s seven minutes fast', async () => {
    const passed = await closing(spring, 7);
    expectJustice(passed);
    expect(wordsOf(passed)).toEqual([late('dimanche 28 mars 2027 à 3\u00a0h\u00a000 (heure de Paris)')]);
  }, 300_000);

  test('G-14 G-10 E-07 on a machine seven minutes slow ends at the first 2:30 of the night that has two: at 2:29 again, all are late', async () => {
    const words = late('dimanche 31 octobre 2027 à 2\u00a0h\u00a030 (heure de Paris, UTC+02:00)');
    const passed = await closing(autumn, -7, async (port) => {
      const { at } = await night.closingAt(autumn, -59 * 60);
      const again = await sendOne(night, { port, who: people(1)[0] as Planted, closing: at });
      expect([again.outcome, again.message]).toEqual(['DEADLINE_PASSED', words]);
    });
    expectJustice(passed);
    expect(wordsOf(passed)).toEqual([words]);
  }, 300_000);
});
