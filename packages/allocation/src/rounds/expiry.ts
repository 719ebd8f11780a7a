import { type Objections, object } from '../market/objections.ts';
import { type CampaignState, happens, wishesOf } from './campaign-state.ts';
import { NOT_RANKED, OFFERED, WAITING } from './wish-life.ts';

/** The unanswered offer is lost at its deadline; what else is lost is the campaign's policy, never an accepted place (R7). */
export function expire(state: CampaignState, wish: number, at: Objections): void {
  if (state.states[wish] !== OFFERED) return object(at, 'event-cannot-apply', 'There is no unanswered offer to expire.');
  happens(state, wish, 'expire');
  const { expiry = 'wish' } = state.policy;
  if (expiry === 'wish') return;
  for (const other of wishesOf(state, state.owner[wish] as number)) {
    const reached = expiry === 'procedure' || (state.place[other] as number) > (state.place[wish] as number);
    if (reached && [NOT_RANKED, WAITING, OFFERED].includes(state.states[other] as number)) happens(state, other, 'withdraw');
  }
}
