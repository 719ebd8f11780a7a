import { textScalar } from './text-scalar.ts';

/** A day without zone, `YYYY-MM-DD`; the string inside as outside. */
export const CalendarDate = textScalar({
  name: 'Date',
  description: 'A day without zone (date), ISO 8601: `2001-02-28`.',
  read: (text) => (/^\d{4}-\d\d-\d\d$/.test(text) && exists(text) ? text : null),
});

const exists = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text).year > 0;
  } catch {
    return false; // the 30th of February
  }
};
