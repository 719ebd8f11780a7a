/** What of a campaign its next season is dated from. */
export interface SeasonDates {
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly zone: string;
  readonly entryYear: number;
}

/**
 * The dates of the season that opens on a given day (decided per consortium): every date moves by as many days as the opening, and keeps
 * its hour on the clock of the campaign's zone, winter or summer; an hour the spring skips is the one after it. The year of entry moves
 * with the year of the opening.
 */
export function datesOfNextSeason({ zone, entryYear, ...season }: SeasonDates, opensOn: Temporal.PlainDate): SeasonDates {
  const opened = season.opensAt.toZonedDateTimeISO(zone).toPlainDate();
  const { days } = opened.until(opensOn, { largestUnit: 'days' });
  const shifted = (at: Temporal.Instant) =>
    at
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .add({ days })
      .toZonedDateTime(zone, { disambiguation: 'compatible' })
      .toInstant();
  return {
    opensAt: shifted(season.opensAt),
    closesAt: shifted(season.closesAt),
    zone,
    entryYear: entryYear + opensOn.year - opened.year,
  };
}
