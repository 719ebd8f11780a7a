/** Deadlines in Paris, as instants. */
export const evening = '2027-04-06T21:59:00Z';
/** The instant clocks jump from two o'clock to three. */
export const spring = '2027-03-28T01:00:00Z';
/** Half past two, summer time: an hour later clocks show it again. */
export const autumn = '2027-10-31T00:30:00Z';
