import { Type } from '@mikro-orm/core';

/** An instant: timestamptz in PostgreSQL, Temporal.Instant in code, to the microsecond. Nulls pass through here too. */
export class InstantColumn extends Type<Temporal.Instant | null, string | null> {
  override convertToDatabaseValue(instant: Temporal.Instant | null) {
    return instant?.toString() ?? null;
  }
  override convertToJSValue(text: string | null) {
    return text === null ? null : Temporal.Instant.from(text);
  }
  override getColumnType() {
    return 'timestamptz';
  }
  // Else MikroORM makes it a Date first, cut to milliseconds.
  override compareAsType() {
    return 'string';
  }
}
