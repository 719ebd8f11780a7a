import { expect, test } from '@jest/globals';
import { StoredInstant } from './stored-instant.ts';

test.each([
  ['2026-10-26 05:58:03+00', '2026-10-26T05:58:03.000Z'],
  ['2026-10-26 05:58:03.5+00', '2026-10-26T05:58:03.500Z'],
  ['2026-10-26 05:58:03.1239+00', '2026-10-26T05:58:03.123Z'],
  ['2026-10-26 05:58:03.999999+00', '2026-10-26T05:58:03.999Z'],
  ['2026-10-26 07:58:03.123456+02', '2026-10-26T05:58:03.123Z'],
  ['2026-10-26 11:28:03.1+05:30', '2026-10-26T05:58:03.100Z'],
])('an instant stored as %s is told as %s, as Temporal tells it', (text, told) => {
  expect(new StoredInstant(text).toMilliseconds()).toBe(told);
  expect(Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' })).toBe(told);
});
