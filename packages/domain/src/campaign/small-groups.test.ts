import { expect, test } from '@jest/globals';
import { disclosed } from './small-groups.ts';

test('groups below five, empty ones too, are not told apart', () => {
  expect([0, 1, 4, 5, 6, 400].map(disclosed)).toEqual([null, null, null, 5, 6, 400]);
});
