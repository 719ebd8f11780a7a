import { StoredInstant } from '@guichet/database/instant/stored-instant';
import { GraphQLError, GraphQLScalarType } from 'graphql';

// PostgreSQL knows no year 0.
const shape = /^(?!0000)\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/;

/** An instant: RFC 3339 in UTC with milliseconds outside, `Temporal.Instant` at full precision inside. */
export const DateTime = new GraphQLScalarType<Temporal.Instant, string>({
  name: 'DateTime',
  description: 'An instant in UTC, RFC 3339 with `Z`, at most milliseconds (instant): `2027-04-06T21:59:00.000Z`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => {
    if (value instanceof StoredInstant) return value.toMilliseconds();
    if (!(value instanceof Temporal.Instant)) throw new TypeError('A resolver gave DateTime something else');
    return value.toString({ smallestUnit: 'millisecond' });
  },
  parseValue: (value) => {
    const instant = typeof value === 'string' && shape.test(value) ? instantOf(value) : null;
    if (instant === null) throw new GraphQLError('Malformed DateTime');
    return instant;
  },
});

const instantOf = (text: string): Temporal.Instant | null => {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return null; // the 30th of February
  }
};
