import { expect, test } from '@jest/globals';
import { besideAnHonestUser } from './beside-an-honest-user.ts';

/** Beyond this the machine itself is too busy to serve anybody, and how long somebody waits says nothing of the gateway. */
const starved = 200;

test('A-28 while fifty attack documents a second arrive, each costs at most 10 ms of processor, none is executed, and an honest user is served', async () => {
  const seen = await besideAnHonestUser({ rounds: 5, seconds: 2, honestPerSecond: 15, attacksPerSecond: 50 });
  process.stdout.write(`${JSON.stringify(seen)}\n`);
  expect(seen.isAlive).toBe(true);
  expect(seen.attacks['200']).toBeUndefined();
  expect(seen.perAttack).toBeLessThanOrEqual(10);
  if (seen.alone > starved) return;
  // Beside other files of tests the long form's ratio is noise; whoever comes behind a few attacks waits for them.
  expect(seen.honestRefused).toBe(0);
  expect(seen.attacked).toBeLessThan(Math.max(3 * seen.alone, seen.alone + 60));
}, 600_000);
