import { expect, test } from '@jest/globals';
import { besideAnHonestUser } from './beside-an-honest-user.ts';

test('A-28 while fifty attack documents a second arrive, an honest user waits less than twice as long, and no attack is executed', async () => {
  const seen = await besideAnHonestUser({ rounds: 5, seconds: 2, honestPerSecond: 15, attacksPerSecond: 50 });
  process.stdout.write(`${JSON.stringify(seen)}\n`);
  expect([seen.honestRefused, seen.isAlive]).toEqual([0, true]);
  expect(Object.keys(seen.attacks).filter((status) => !['400', '413', '429'].includes(status))).toEqual([]);
  // The short form runs beside other files: an honest request that comes behind one attack waits for it, and that is no sign of weakness.
  expect(seen.attacked).toBeLessThan(Math.max(2 * seen.alone, seen.alone + 20));
}, 180_000);
