import { expect, test } from '@jest/globals';
import { triesOfAsking, triesSinceAsked } from './tries.ts';

test('tries of a mail are counted anew each time it is asked for, and their number only grows', () => {
  expect([0, 1, 10].map(triesSinceAsked)).toEqual([0, 1, 10]);
  expect([triesOfAsking, triesOfAsking + 1, 2 * triesOfAsking + 3].map(triesSinceAsked)).toEqual([0, 1, 3]);
});
