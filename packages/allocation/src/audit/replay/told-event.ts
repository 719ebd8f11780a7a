import { type Desk, hasOffer, keepsOne, type Replay, type Wish } from './replay-state.ts';

/** An event as the log holds it. */
export type Event = Readonly<Record<string, unknown>>;

/** What an event is told about: the campaign, the event, and the candidate's wish and the programme it names. */
export interface Told {
  readonly replay: Replay;
  readonly event: Event;
  readonly wish: Wish;
  readonly own: readonly Wish[];
  readonly desk: Desk;
}

export const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** The wish is over. */
export function ended(wish: Wish): true {
  wish.state = 'ended';
  return true;
}

/** Would this wish, once offered, take the place of an offer placed better? */
export function isBelowAnOffer(replay: Replay, wish: Wish, own: readonly Wish[]): boolean {
  return (
    keepsOne(replay, wish.candidate) &&
    own.some((other) => hasOffer(other) && (wish.place === Number.POSITIVE_INFINITY || other.place < wish.place))
  );
}

/** A wish outside the order counts as its last from now on, where one offer takes another's place. */
export function becomesLast(replay: Replay, wish: Wish, own: readonly Wish[]): void {
  if (wish.place !== Number.POSITIVE_INFINITY || !keepsOne(replay, wish.candidate)) return;
  wish.place = 1 + own.reduce((last, { place }) => (Number.isFinite(place) ? Math.max(last, place) : last), -1);
}
