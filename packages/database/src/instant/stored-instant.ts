// What PostgreSQL writes for an instant between the years 1 and 9999 when it tells it in UTC.
const inUtc = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00$/;

/** An instant as the database wrote it: told a hundred times a page, it is made a `Temporal.Instant` only for who reckons with it. */
export class StoredInstant {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get instant(): Temporal.Instant {
    return Temporal.Instant.from(this.text);
  }

  /** RFC 3339 in UTC, cut to milliseconds. */
  toMilliseconds(): string {
    if (!inUtc.test(this.text)) return this.instant.toString({ smallestUnit: 'millisecond' });
    const fraction = this.text.slice(20, -3).slice(0, 3).padEnd(3, '0');
    return `${this.text.slice(0, 10)}T${this.text.slice(11, 19)}.${fraction}Z`;
  }
}
