import { describe, expect, test } from '@jest/globals';
import type { GraphQLScalarType } from 'graphql';
import { CalendarDate } from './calendar-date.ts';
import { DateTime } from './date-time.ts';
import { Digest } from './digest.ts';
import { EmailAddress } from './email-address.ts';
import { Mark } from './mark.ts';
import { WebAddress } from './web-address.ts';

const takes = (scalar: GraphQLScalarType, value: unknown): boolean => {
  try {
    scalar.parseValue(value);
    return true;
  } catch (error) {
    expect(String(error)).not.toContain(String(value) || 'never');
    return false;
  }
};

describe('scalars take their own texts and say nothing of others', () => {
  const table: readonly (readonly [GraphQLScalarType, readonly unknown[], readonly unknown[]])[] = [
    [
      DateTime,
      ['2027-04-06T21:59:00Z', '2027-04-06T21:59:00.123Z', '2028-02-29T00:00:00Z'],
      ['2027-04-06', '2027-04-06T21:59:00', '2027-04-06T23:59:00+02:00', '2027-02-29T00:00:00Z', '2027-04-06T24:00:00Z', 1, null],
    ],
    [CalendarDate, ['2001-02-28', '2000-02-29'], ['2001-02-29', '2001-2-28', '0000-01-01', '28/02/2001', '2001-02-28T00:00:00Z']],
    [
      EmailAddress,
      ['marie@example.org', 'a.b+c@mail.example.fr'],
      ['marie', 'a@b', 'Marie <m@example.org>', 'a@example.org\n', 'é@example.org'],
    ],
    [
      WebAddress,
      ['https://example.org/x?y#z', 'http://localhost:1/'],
      ['javascript:alert(1)', '/x', 'https://u:p@example.org/', 'ftp://example.org'],
    ],
    [Digest, ['0f'.repeat(32)], ['0F'.repeat(32), '0f'.repeat(31), 'zz'.repeat(32)]],
    [Mark, ['0', '19.995', '20', '20.000', '9.5'], ['20.001', '21', '-1', '19,5', '1.2345', '007', '', 12.5]],
  ];

  test.each(table)('%s', (scalar, taken, refused) => {
    expect(taken.filter((value) => !takes(scalar, value))).toEqual([]);
    expect([...refused, `${String(taken[0])}\0`, `${String(taken[0])}\ud800`].filter((value) => takes(scalar, value))).toEqual(
      [],
    );
  });

  test('an instant leaves with milliseconds and Z, and keeps its microseconds inside', () => {
    expect(DateTime.serialize(Temporal.Instant.from('2027-04-06T23:59:00.123456+02:00'))).toBe('2027-04-06T21:59:00.123Z');
    expect(() => DateTime.serialize('2027-04-06T21:59:00Z')).toThrow(TypeError);
  });

  test('an e-mail address has one form inside', () => {
    expect(EmailAddress.parseValue('Marie.Curie@Example.ORG')).toBe('marie.curie@example.org');
  });
});
