import { describe, expect, test } from '@jest/globals';
import { type CampaignState, isLate, objectionsToFiling } from './campaign.ts';

const opensAt = Temporal.Instant.from('2027-01-15T08:00:00Z');
const closesAt = Temporal.Instant.from('2027-04-06T21:59:00Z');
const at = (text: string) => Temporal.Instant.from(text);

describe('the deadline', () => {
  test('a dossier received at the very instant of the deadline is in time, a nanosecond later it is late', () => {
    expect(isLate(closesAt, closesAt)).toBe(false);
    expect(isLate(closesAt.add({ nanoseconds: 1 }), closesAt)).toBe(true);
  });

  test.each([
    ['the hour that comes twice, first time', '2026-10-25T02:30:00+02:00[Europe/Paris]', '2026-10-25T00:30:00Z'],
    ['the hour that comes twice, second time', '2026-10-25T02:30:00+01:00[Europe/Paris]', '2026-10-25T01:30:00Z'],
    ['the hour that does not exist, read as the one after', '2027-03-28T02:30:00[Europe/Paris]', '2027-03-28T01:30:00Z'],
  ])('E-07 a deadline in %s is one instant, whatever the clock of the reader', (_name, local, instant) => {
    const closing = Temporal.ZonedDateTime.from(local).toInstant();
    expect(closing).toEqual(at(instant));
    const inReunion = closing.toZonedDateTimeISO('Indian/Reunion').toInstant();
    expect(isLate(inReunion, closing)).toBe(false);
    expect(isLate(inReunion.add({ seconds: 1 }), closing)).toBe(true);
  });
});

describe('filing', () => {
  const rows: [CampaignState, string, string[]][] = [
    ['DRAFT', '2027-02-01T00:00:00Z', ['CAMPAIGN_NOT_OPEN']],
    ['OPEN', '2027-01-15T07:59:59Z', ['CAMPAIGN_NOT_OPEN']],
    ['OPEN', '2027-01-15T08:00:00Z', []],
    ['OPEN', '2027-04-06T21:59:00Z', []],
    ['OPEN', '2027-04-06T21:59:00.000001Z', ['DEADLINE_PASSED']],
    ['CLOSED', '2027-04-06T21:58:59Z', []],
    ['CLOSED', '2027-04-06T22:00:00Z', ['DEADLINE_PASSED']],
    ['ARCHIVED', '2027-02-01T00:00:00Z', ['DEADLINE_PASSED']],
  ];
  test.each(rows)('a dossier received by a campaign %s at %s meets %j', (state, received, reasons) => {
    expect(objectionsToFiling({ state, opensAt, closesAt }, at(received)).map(({ reason }) => reason)).toEqual(reasons);
  });

  test('who comes late reads when it closed', () => {
    expect(objectionsToFiling({ state: 'OPEN', opensAt, closesAt }, at('2027-04-07T00:00:00Z'))).toEqual([
      { reason: 'DEADLINE_PASSED', closedAt: closesAt },
    ]);
  });
});
