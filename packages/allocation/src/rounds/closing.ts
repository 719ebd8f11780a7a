import { type CampaignState, happens, wishesOf } from './campaign-state.ts';
import { isLive, NOT_RANKED, WAITING } from './wish-life.ts';

/** Waiting wishes end as list closed (hors liste d'attente); the last rank called is published (R12). */
export function closeList(state: CampaignState, programme: number): void {
  for (const wish of state.choicesOf[programme] as Uint32Array) if (state.states[wish] === WAITING) happens(state, wish, 'close');
}

/** The wish ends whatever its state; an ended one stays as it is (résignation d'un vœu). */
export function withdraw(state: CampaignState, wish: number): void {
  const now = state.states[wish] as number;
  if (now === WAITING || now === NOT_RANKED || isLive(now)) happens(state, wish, 'withdraw');
}

/** All wishes of the candidate end (démission). */
export function leave(state: CampaignState, candidate: number): void {
  for (const wish of wishesOf(state, candidate)) withdraw(state, wish);
}
