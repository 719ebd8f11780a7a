/** How many submit, and within how long before the deadline. */
export interface Rush {
  readonly seconds: number;
  /** Sent early enough to be received before the deadline, ever more of them. */
  readonly inTime: number;
  /** Sent within fifty milliseconds of the deadline, on either side. */
  readonly atTheInstant: number;
  /** Sent before it, and kept waiting by a lock until after. */
  readonly held: number;
  /** Sent after it. */
  readonly late: number;
}

export const shortRush: Rush = { seconds: 12, inTime: 100, atTheInstant: 20, held: 5, late: 10 };
export const wholeRush: Rush = { seconds: 60, inTime: 500, atTheInstant: 40, held: 5, late: 60 };

export type Group = 'in time' | 'at the instant' | 'held' | 'late';

/** One submission to be sent: milliseconds after the deadline, below zero before it. */
export interface Arrival {
  readonly group: Group;
  readonly at: number;
}

export const peopleIn = ({ inTime, atTheInstant, held, late }: Rush): number => inTime + atTheInstant + held + late;

/** The lock that holds some back stands from one to the other, in milliseconds after the deadline. */
export const lock = { from: -1000, to: 300 };

/** When each submission is sent, in order; the nearer the deadline, the more. */
export function arrivalsOf({ seconds, inTime, atTheInstant, held, late }: Rush): readonly Arrival[] {
  const last = -1500;
  const rushing = spread(inTime, (part) => last - (seconds * 1000 + last) * (1 - part) ** 1.5);
  return [
    ...rushing.map((at) => ({ group: 'in time' as const, at })),
    ...spread(held, (part) => -700 + 300 * part).map((at) => ({ group: 'held' as const, at })),
    ...spread(atTheInstant, (part) => -50 + 100 * part).map((at) => ({ group: 'at the instant' as const, at })),
    ...spread(late, (part) => 100 + 2900 * part).map((at) => ({ group: 'late' as const, at })),
  ].toSorted((one, other) => one.at - other.at);
}

const spread = (count: number, place: (part: number) => number) =>
  Array.from({ length: count }, (_, index) => place(count === 1 ? 0 : index / (count - 1)));
