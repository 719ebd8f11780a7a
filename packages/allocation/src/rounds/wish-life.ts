/** Every state of a wish (vœu), in the order of their numbers in a campaign's arrays. */
export const wishStates = [
  'not-ranked',
  'waiting',
  'offered',
  'held',
  'accepted',
  'declined',
  'expired',
  'withdrawn',
  'given-back',
  'dropped-by-better',
  'list-closed',
] as const;
export type WishState = (typeof wishStates)[number];

/** What can happen to a wish. */
export type Happening =
  | 'rank'
  | 'offer'
  | 'definitive'
  | 'yes-but'
  | 'no'
  | 'expire'
  | 'withdraw'
  | 'give-back'
  | 'better'
  | 'close'
  | 'reinstate'
  | 'unrank';

const back = { reinstate: 'waiting', offer: 'offered' } as const;

/** The life of a wish: state, happening, next state. What is not listed cannot happen. */
export const wishLife: Readonly<Record<WishState, Partial<Readonly<Record<Happening, WishState>>>>> = {
  'not-ranked': { rank: 'waiting', withdraw: 'withdrawn', better: 'dropped-by-better', offer: 'offered' },
  waiting: {
    offer: 'offered',
    withdraw: 'withdrawn',
    better: 'dropped-by-better',
    close: 'list-closed',
    unrank: 'not-ranked',
    reinstate: 'waiting',
  },
  offered: {
    definitive: 'accepted',
    'yes-but': 'held',
    no: 'declined',
    expire: 'expired',
    withdraw: 'withdrawn',
    'give-back': 'given-back',
    better: 'dropped-by-better',
  },
  held: {
    definitive: 'accepted',
    'yes-but': 'held',
    no: 'declined',
    withdraw: 'withdrawn',
    'give-back': 'given-back',
    better: 'dropped-by-better',
  },
  accepted: { withdraw: 'withdrawn', 'give-back': 'given-back', better: 'dropped-by-better' },
  declined: back,
  expired: back,
  withdrawn: back,
  'given-back': back,
  'dropped-by-better': back,
  'list-closed': back,
};

const numberOf = new Map(wishStates.map((state, number) => [state, number]));

/** The number of a state in a campaign's arrays. */
export const stateNumber = (state: WishState): number => numberOf.get(state) as number;

export const NOT_RANKED = stateNumber('not-ranked');
export const WAITING = stateNumber('waiting');
export const OFFERED = stateNumber('offered');
export const HELD = stateNumber('held');
export const ACCEPTED = stateNumber('accepted');

/** An offer unanswered or accepted: its owner is a holder of the programme. */
export const isLive = (state: number): boolean => state >= OFFERED && state <= ACCEPTED;

/** The state after a happening, or undefined when it cannot happen. */
export function stateAfter(state: number, happening: Happening): number | undefined {
  const next = wishLife[wishStates[state] as WishState][happening];
  return next === undefined ? undefined : numberOf.get(next);
}
