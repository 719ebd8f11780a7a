import { type DemoCalendar, demoCalendar } from '@guichet/domain/campaign/demo-calendar';

/** The demonstration's dates when it is loaded at this instant, its opening on a whole minute, as people write times. */
export function calendarAt(loadedAt: Temporal.Instant): DemoCalendar {
  const calendar = demoCalendar(loadedAt);
  return { ...calendar, opensAt: calendar.opensAt.round({ smallestUnit: 'minute', roundingMode: 'floor' }) };
}
