import { describe, expect, test } from '@jest/globals';
import { demoCalendar } from './demo-calendar.ts';

const instant = (local: string) => Temporal.ZonedDateTime.from(`${local}[Europe/Paris]`).toInstant();

describe('the calendar of the demonstration', () => {
  test.each([
    ['2026-11-25T22:40:00', '2027-04-06T23:59:00', '2026-10-25T22:40:00', 'astg3-2027'],
    ['2027-01-01T00:30:00', '2027-04-06T23:59:00', '2026-12-01T00:30:00', 'astg3-2027'],
    ['2027-02-05T23:59:00', '2027-04-06T23:59:00', '2027-01-05T23:59:00', 'astg3-2027'],
    ['2027-02-05T23:59:01', '2028-04-06T23:59:00', '2027-01-05T23:59:01', 'astg3-2028'],
    ['2028-02-06T23:59:00', '2028-04-06T23:59:00', '2028-01-06T23:59:00', 'astg3-2028'],
    ['2027-03-31T12:00:00', '2028-04-06T23:59:00', '2027-02-28T12:00:00', 'astg3-2028'],
    ['2027-11-30T12:00:00', '2028-04-06T23:59:00', '2027-10-30T12:00:00', 'astg3-2028'],
  ])('loaded on %s it closes on %s and opened on %s', (...[loaded, closes, opens, slug]) => {
    const calendar = demoCalendar(instant(loaded));
    expect(calendar.closesAt).toEqual(instant(closes));
    expect(calendar.opensAt).toEqual(instant(opens));
    expect(calendar.slug).toBe(slug);
    expect(calendar.entryYear).toBe(calendar.closesAt.toZonedDateTimeISO(calendar.zone).year);
  });

  test('E-07 sixty days that cross the change of the clock are days of Paris, not hours', () => {
    const loaded = instant('2027-02-05T23:59:00');
    expect(demoCalendar(loaded).closesAt.since(loaded).total('hours')).toBe(60 * 24 - 1);
  });

  test('the year is that of Paris, not of Greenwich', () => {
    expect(demoCalendar(Temporal.Instant.from('2027-02-05T22:59:30Z')).entryYear).toBe(2028);
  });
});
