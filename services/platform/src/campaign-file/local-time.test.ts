import { expect, test } from '@jest/globals';
import { instantOf, isZone, localTextOf } from './local-time.ts';

const paris = 'Europe/Paris';

test.each([
  ['2027-04-06T23:59', '2027-04-06T21:59:00Z'],
  ['2027-01-15T09:00:30', '2027-01-15T08:00:30Z'],
  ['2027-04-06T23:59:00Z', '2027-04-06T23:59:00Z'],
  ['2027-10-31T02:30+01:00', '2027-10-31T01:30:00Z'],
])('%s in Paris is the instant %s', (written, instant) => {
  expect(String(instantOf(written, paris))).toBe(instant);
});

test.each([
  ['2027-02-30T09:00', 'NO_SUCH_TIME'],
  ['2027-02-28T24:30', 'NO_SUCH_TIME'],
  ['2027-03-28T02:30', 'CLOCKS_CHANGE'],
  ['2027-10-31T02:30', 'CLOCKS_CHANGE'],
])('%s in Paris is refused as %s', (written, fault) => {
  expect(instantOf(written, paris)).toBe(fault);
});

test('every instant comes back from its written form, also in the hour that comes twice and to the last digit', () => {
  for (const text of ['2027-04-06T21:59:00Z', '2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z', '2027-01-15T08:00:30.123456Z']) {
    const instant = Temporal.Instant.from(text);
    expect(String(instantOf(localTextOf(instant, paris), paris))).toBe(text);
  }
  expect(localTextOf(Temporal.Instant.from('2027-04-06T21:59:00Z'), paris)).toBe('2027-04-06T23:59');
});

test('a zone is known by its IANA name', () => {
  expect(['Europe/Paris', 'Indian/Reunion', 'Mars/Olympus'].map(isZone)).toEqual([true, true, false]);
});
