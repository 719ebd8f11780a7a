import { type Objections, object } from '../market/objections.ts';
import {
  type CampaignState,
  happens,
  holdingsOf,
  OUTSIDE,
  offer,
  REINSTATED,
  repliesAlone,
  SUPERNUMERARY,
  stateOfNewOffer,
  wishesOf,
} from './campaign-state.ts';
import { isLive, NOT_RANKED, WAITING } from './wish-life.ts';

/** The wish waits again at its rank and is served by the next free seat; nobody loses an offer (R10). */
export function reinstate(state: CampaignState, wish: number, at: Objections): void {
  const now = state.states[wish] as number;
  if (now === WAITING) return;
  if (isLive(now)) return object(at, 'event-cannot-apply', 'This wish has an offer.');
  if (!isRanked(state, wish)) return object(at, 'event-cannot-apply', 'The programme does not rank this candidate.');
  const replaced = heldAbove(state, wish);
  if (replaced !== undefined)
    return object(at, 'event-cannot-apply', `This wish is placed below an offer held: it would replace the seat at ${replaced}.`);
  happens(state, wish, now === NOT_RANKED ? 'rank' : 'reinstate');
  state.flags[wish] = (state.flags[wish] as number) | REINSTATED;
  putLast(state, wish);
}

/** Is the wish in some list of its programme? */
const isRanked = (state: CampaignState, wish: number): boolean =>
  (state.calls[state.market.choices[wish] as number] as CampaignState['calls'][number]).order.includes(wish);

/** Where a better offer is kept: mode ranked and automatic reply. A wish outside the order counts as its last. */
export function heldAbove(state: CampaignState, wish: number): string | undefined {
  const candidate = state.owner[wish] as number;
  if (!repliesAlone(state, candidate)) return undefined;
  const below = [...wishesOf(state, candidate)].some(
    (other) =>
      isLive(state.states[other] as number) &&
      ((state.place[other] as number) < (state.place[wish] as number) || state.place[wish] === OUTSIDE),
  );
  return below ? JSON.stringify(holdingsOf(state, candidate)[0]) : undefined;
}

/** Where the order decides, a wish outside of it becomes its last. */
export function putLast(state: CampaignState, wish: number): void {
  const candidate = state.owner[wish] as number;
  if (state.place[wish] !== OUTSIDE || !repliesAlone(state, candidate)) return;
  let last = -1;
  for (const other of wishesOf(state, candidate))
    if (state.place[other] !== OUTSIDE) last = Math.max(last, state.place[other] as number);
  state.place[wish] = last + 1;
}

/** School at fault: an offer beyond the target, recorded as such; where one offer is kept, it replaces a lower one at once (R10). */
export function supernumerary(state: CampaignState, wish: number, at: Objections): void {
  if (isLive(state.states[wish] as number)) return object(at, 'event-cannot-apply', 'This wish has an offer.');
  const replaced = heldAbove(state, wish);
  if (replaced !== undefined)
    return object(at, 'event-cannot-apply', `This wish is placed below an offer held: it would replace the seat at ${replaced}.`);
  putLast(state, wish);
  const alone = repliesAlone(state, state.owner[wish] as number);
  if (alone) giveUpFor(state, wish);
  offer(state, wish, 0);
  state.flags[wish] = (state.flags[wish] as number) | SUPERNUMERARY;
  if (alone) state.states[wish] = stateOfNewOffer(state);
}

/** The offers a candidate has, and whatever of the order is below the wish, end for it. */
function giveUpFor(state: CampaignState, wish: number): void {
  for (const other of wishesOf(state, state.owner[wish] as number)) {
    const now = state.states[other] as number;
    const lower = (now === WAITING || now === NOT_RANKED) && (state.place[other] as number) > (state.place[wish] as number);
    if (isLive(now) || lower) happens(state, other, 'better');
  }
}
