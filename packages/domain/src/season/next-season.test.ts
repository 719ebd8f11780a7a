import { describe, expect, test } from '@jest/globals';
import { assert, constantFrom, integer, property, tuple } from 'fast-check';
import { datesOfNextSeason, type SeasonDates } from './next-season.ts';

const season = (opensAt: string, closesAt: string, zone = 'Europe/Paris'): SeasonDates => ({
  opensAt: Temporal.Instant.from(opensAt),
  closesAt: Temporal.Instant.from(closesAt),
  zone,
  entryYear: Temporal.Instant.from(opensAt).toZonedDateTimeISO(zone).year,
});
const next = (given: SeasonDates, day: string) => {
  const { opensAt, closesAt, entryYear } = datesOfNextSeason(given, Temporal.PlainDate.from(day));
  return [opensAt.toString(), closesAt.toString(), entryYear];
};

describe('the next season', () => {
  test('opens on the day given at the hour of the last, and closes as many days later at the hour of the last', () => {
    expect(next(season('2027-01-15T08:00:00Z', '2027-03-10T22:59:00Z'), '2028-01-14')).toEqual([
      '2028-01-14T08:00:00Z',
      '2028-03-08T22:59:00Z',
      2028,
    ]);
  });

  test('keeps 23:59 on the wall when a deadline in winter falls into summer', () => {
    expect(next(season('2027-01-15T08:00:00Z', '2027-03-10T22:59:00Z'), '2028-02-14')).toEqual([
      '2028-02-14T08:00:00Z',
      '2028-04-08T21:59:00Z',
      2028,
    ]);
  });

  test('counts the 29th of February as the day it is', () => {
    expect(next(season('2027-02-20T08:00:00Z', '2027-03-01T22:59:00Z'), '2028-02-20')[1]).toBe('2028-02-29T22:59:00Z');
    expect(next(season('2028-02-29T08:00:00Z', '2028-03-10T22:59:00Z'), '2029-02-28')[0]).toBe('2029-02-28T08:00:00Z');
  });

  test('takes the hour after one the spring skips', () => {
    expect(next(season('2027-01-15T08:00:00Z', '2027-03-20T01:30:00Z'), '2027-01-23')[1]).toBe('2027-03-28T01:30:00Z');
  });

  test('keeps the local hour of both dates and the days between them, whatever the zone and the day', () => {
    const zones = ['Europe/Paris', 'Pacific/Noumea', 'America/Cayenne', 'UTC'];
    const day = integer({ min: 0, max: 20_000 }).map((days) => Temporal.PlainDate.from('1990-01-01').add({ days }));
    assert(
      property(tuple(day, day), integer({ min: 0, max: 400 }), constantFrom(...zones), ([from, to], length, zone) => {
        const at = (date: Temporal.PlainDate, time: string) => date.toZonedDateTime({ timeZone: zone, plainTime: time });
        const given = {
          zone,
          entryYear: from.year,
          opensAt: at(from, '08:00').toInstant(),
          closesAt: at(from.add({ days: length }), '23:59').toInstant(),
        };
        const made = datesOfNextSeason(given, to);
        expect(made.opensAt.toZonedDateTimeISO(zone).toPlainDateTime().toString()).toBe(`${to}T08:00:00`);
        expect(made.closesAt.toZonedDateTimeISO(zone).toPlainDateTime().toString()).toBe(`${to.add({ days: length })}T23:59:00`);
        expect(made.entryYear).toBe(to.year);
      }),
    );
  });
});
