import { type Id, NOWHERE, type ProgrammeInput, type SealedMarket } from '../market/market.ts';
import type { CallLists } from './call-lists.ts';
import { type Happening, HELD, isLive, OFFERED, stateAfter } from './wish-life.ts';

/** How a campaign is conducted: several offers possible (open) or one at most, always better (ranked); stricter rules are off unless given. */
export interface RoundPolicy {
  readonly mode: 'open' | 'ranked';
  /** Candidates on automatic reply (répondeur automatique) from the start, on the order of their list. */
  readonly auto?: readonly Id[];
  /** What an expired offer takes with it (R7); the wish alone unless said. */
  readonly expiry?: 'wish' | 'wish-and-lower' | 'procedure';
  /** Replies may only go from yes-but to slide to definitive (R6). */
  readonly forwardOnly?: boolean;
  /** No yes-but (nor slide) on a first choice (R6). */
  readonly firstChoiceIsDefinitive?: boolean;
  /** No yes-but (nor slide) any more: the last round (R6). */
  readonly lastRound?: boolean;
}

/** A place outside the candidate's order. */
export const OUTSIDE = NOWHERE;

export const REINSTATED = 1;
export const SUPERNUMERARY = 2;
export const MARKED = 4;
export const SLID = 8;

export const ORDERED = 1;
export const AUTO = 2;

/** Everything a campaign knows between two events. Wishes are numbered as the choices of the market. */
export interface CampaignState {
  readonly market: SealedMarket;
  readonly policy: RoundPolicy;
  readonly owner: Uint32Array;
  readonly choicesOf: readonly Uint32Array[];
  readonly states: Uint8Array;
  readonly flags: Uint8Array;
  /** Block of the offer, within the programme. */
  readonly offeredIn: Uint32Array;
  /** Place in the candidate's order, from 0; OUTSIDE when the order does not name it. */
  readonly place: Uint32Array;
  /** Rank in the programme's call order, from 1; 0 when not in it. */
  readonly callRank: Uint32Array;
  /** Per candidate: nothing, ORDERED, AUTO. */
  readonly standing: Uint8Array;
  readonly rules: ProgrammeInput[];
  readonly calls: CallLists[];
  readonly targets: (readonly number[])[];
  readonly callUpTo: number[];
  readonly stopped: Uint8Array;
  readonly lastCalled: Uint32Array;
  readonly publishedLastCalled: Uint32Array;
  /** Displayed waiting ranks of the last run, by wish. */
  readonly displayed: ReadonlyMap<number, number>[];
}

/** The wishes of a candidate, in the order of the list. */
export function* wishesOf({ market: { choiceStart } }: CampaignState, candidate: number): Generator<number> {
  const end = choiceStart[candidate + 1] as number;
  for (let wish = choiceStart[candidate] as number; wish < end; wish += 1) yield wish;
}

/** Moves a wish along its life; throws when the table does not know the step, since rules are asked before. */
export function happens(state: CampaignState, wish: number, happening: Happening): void {
  const next = stateAfter(state.states[wish] as number, happening);
  if (next === undefined) throw new RangeError(`a wish in state ${state.states[wish]} meets ${happening}`);
  state.states[wish] = next;
}

/** Sends one offer of a block and remembers the greatest rank called. */
export function offer(state: CampaignState, wish: number, block: number): void {
  happens(state, wish, 'offer');
  state.offeredIn[wish] = block;
  state.flags[wish] = (state.flags[wish] as number) & ~(SUPERNUMERARY | SLID);
  const programme = state.market.choices[wish] as number;
  const rank = state.callRank[wish] as number;
  if (rank > (state.lastCalled[programme] as number)) state.lastCalled[programme] = rank;
  const apart = ((state.flags[wish] as number) & (REINSTATED | MARKED)) !== 0;
  if (!apart && rank > (state.publishedLastCalled[programme] as number)) state.publishedLastCalled[programme] = rank;
}

/** Programmes whose offer a candidate has, unanswered or accepted, in the order of the list. */
export function holdingsOf(state: CampaignState, candidate: number): readonly Id[] {
  const held: Id[] = [];
  for (const wish of wishesOf(state, candidate))
    if (isLive(state.states[wish] as number)) held.push(state.market.programmeIds[state.market.choices[wish] as number] as Id);
  return held;
}

/** Does the best new offer of this candidate replace the one held? */
export const repliesAlone = (state: CampaignState, candidate: number): boolean =>
  state.policy.mode === 'ranked' || state.standing[candidate] === AUTO;

/** In mode ranked a new offer waits for a reply; in mode open the automatic reply accepts it at once. */
export const stateOfNewOffer = ({ policy }: CampaignState): number => (policy.mode === 'ranked' ? OFFERED : HELD);

/** A state of its own, so that the one given stays untouched. */
export const copyOf = (state: CampaignState): CampaignState => ({
  ...state,
  states: state.states.slice(),
  flags: state.flags.slice(),
  offeredIn: state.offeredIn.slice(),
  place: state.place.slice(),
  callRank: state.callRank.slice(),
  standing: state.standing.slice(),
  rules: [...state.rules],
  calls: [...state.calls],
  targets: [...state.targets],
  callUpTo: [...state.callUpTo],
  stopped: state.stopped.slice(),
  lastCalled: state.lastCalled.slice(),
  publishedLastCalled: state.publishedLastCalled.slice(),
  displayed: [...state.displayed],
});
