import { type CampaignState, happens, ORDERED, OUTSIDE, repliesAlone, stateOfNewOffer, wishesOf } from './campaign-state.ts';
import { freeSeat, type RunLog } from './offers-of-round.ts';
import { isLive, NOT_RANKED, OFFERED, WAITING } from './wish-life.ts';

/** Standing orders of one candidate who got offers in this turn of the run (R8). */
export function replyByOrder(
  state: CampaignState,
  run: RunLog,
  { candidate, fresh }: { readonly candidate: number; readonly fresh: readonly number[] },
): void {
  if (repliesAlone(state, candidate)) keepBest(state, run, { candidate, best: bestOf(state, fresh) });
  else if (state.standing[candidate] === ORDERED) keepRankedAbove(state, run, { candidate, best: bestOf(state, fresh) });
}

/** A new offer and whom it goes to. */
export interface BestOffer {
  readonly candidate: number;
  readonly best: number;
}

const bestOf = ({ place }: CampaignState, wishes: readonly number[]): number =>
  wishes.reduce((best, wish) => ((place[wish] as number) < (place[best] as number) ? wish : best));

/** Automatic reply and mode ranked: the best new offer replaces any other; waiting wishes below it are dropped. */
export function keepBest(state: CampaignState, run: RunLog, { candidate, best }: BestOffer): void {
  for (const wish of wishesOf(state, candidate)) {
    if (wish === best) continue;
    if (isLive(state.states[wish] as number)) {
      freeSeat(state, run, wish);
      drop(state, run, wish);
    } else if ((state.place[wish] as number) > (state.place[best] as number)) drop(state, run, wish);
  }
  state.states[best] = stateOfNewOffer(state);
}

/** Ordered without automatic reply: the accepted offer stays; ranked wishes and unanswered offers below the best new one go. */
function keepRankedAbove(state: CampaignState, run: RunLog, { candidate, best }: BestOffer): void {
  const limit = state.place[best] as number;
  for (const wish of wishesOf(state, candidate)) {
    const place = state.place[wish] as number;
    if (place <= limit || place === OUTSIDE) continue;
    if (state.states[wish] === OFFERED) freeSeat(state, run, wish);
    if (state.states[wish] === OFFERED || !isLive(state.states[wish] as number)) drop(state, run, wish);
  }
}

/** A wish not ranked yet is lost too, but nobody needs to read of it. */
function drop(state: CampaignState, run: RunLog, wish: number): void {
  const before = state.states[wish] as number;
  if (before !== WAITING && before !== NOT_RANKED && !isLive(before)) return;
  happens(state, wish, 'better');
  if (before !== NOT_RANKED) run.dropped.push(wish);
}
