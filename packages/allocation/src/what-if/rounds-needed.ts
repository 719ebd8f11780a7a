import type { SealedMarket } from '../market/market.ts';
import { type CampaignState, happens, type RoundPolicy, wishesOf } from '../rounds/campaign-state.ts';
import { openCampaign } from '../rounds/open-campaign.ts';
import { runInPlace } from '../rounds/run-round.ts';
import { HELD, isLive, OFFERED } from '../rounds/wish-life.ts';

/** Rounds with offers, and the days they last when each gives this many days to reply. */
export interface RoundsNeeded {
  readonly rounds: number;
  readonly days: number;
}

/**
 * How many rounds a campaign needs when everybody answers by the order of their list, yes-but to the best and the others given
 * back. Human rounds cost weeks: a chain of n people needs n rounds by hand and one with automatic reply.
 */
export function roundsNeeded(market: SealedMarket, policy: RoundPolicy, daysToReply: number): RoundsNeeded {
  const state = openCampaign(market, policy);
  let rounds = 0;
  while (runInPlace(state).offers.size > 0) {
    rounds += 1;
    for (let candidate = 0; candidate < market.candidateIds.length; candidate += 1) replyByList(state, candidate);
  }
  return { rounds, days: rounds * daysToReply };
}

function replyByList(state: CampaignState, candidate: number): void {
  let kept = false;
  for (const wish of wishesOf(state, candidate)) {
    const now = state.states[wish] as number;
    if (!isLive(now)) continue;
    if (kept) happens(state, wish, 'give-back');
    else if (now === OFFERED || now === HELD) happens(state, wish, 'yes-but');
    kept = true;
  }
}
