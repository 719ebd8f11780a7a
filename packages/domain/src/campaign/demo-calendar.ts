const zone = 'Europe/Paris';
const daysAhead = 60;

/** Dates of the demonstration campaign. */
export interface DemoCalendar {
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly entryYear: number;
  readonly slug: string;
  readonly zone: 'Europe/Paris';
}

/**
 * The demonstration closes on the first 6 April, 23:59 in Paris, that lies at least 60 calendar days of Paris ahead of its loading; it
 * opened one calendar month before (the page says only "beginning of April"; the rest is ours).
 */
export function demoCalendar(loadedAt: Temporal.Instant): DemoCalendar {
  const loaded = loadedAt.toZonedDateTimeISO(zone);
  const earliest = loaded.add({ days: daysAhead });
  const sixthOfApril = Temporal.ZonedDateTime.from({
    year: earliest.year,
    month: 4,
    day: 6,
    hour: 23,
    minute: 59,
    timeZone: zone,
  });
  const closing = Temporal.ZonedDateTime.compare(sixthOfApril, earliest) < 0 ? sixthOfApril.add({ years: 1 }) : sixthOfApril;
  return {
    opensAt: loaded.subtract({ months: 1 }).toInstant(),
    closesAt: closing.toInstant(),
    entryYear: closing.year,
    slug: `astg3-${closing.year}`,
    zone,
  };
}
