import { ownersOf } from '../batch/allocate.ts';
import { type Id, type Matching, NOWHERE, type ProgrammeInput, type SealedBlock, type SealedMarket } from '../market/market.ts';
import { type CallLists, callListsOf } from './call-lists.ts';
import { type Happening, HELD, isLive, NOT_RANKED, OFFERED, stateAfter, WAITING } from './wish-life.ts';

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

/** State before the first call; `from` starts a ranked campaign at a batch result. */
export function openCampaign(market: SealedMarket, policy: RoundPolicy, from?: Matching): CampaignState {
  const state = blankState(market, policy);
  for (let programme = 0; programme < market.programmeIds.length; programme += 1) state.calls.push(callListsOf(state, programme));
  for (const { order } of state.calls) for (const wish of order) if (wish !== NOWHERE) state.states[wish] = WAITING;
  for (const id of policy.auto ?? []) state.standing[market.candidateNumbers.get(id) as number] = AUTO;
  if (from)
    for (let candidate = 0; candidate < market.candidateIds.length; candidate += 1)
      startHolding(state, candidate, from.admitted[candidate] as number);
  return state;
}

function blankState(market: SealedMarket, policy: RoundPolicy): CampaignState {
  const { choices, choiceStart, candidateIds, programmeIds } = market;
  const owner = ownersOf({ ...market.numbered, listStart: choiceStart, list: choices });
  const place = new Uint32Array(choices.length);
  for (let wish = 0; wish < choices.length; wish += 1) place[wish] = wish - (choiceStart[owner[wish] as number] as number);
  const rules = programmeIds.map((id) => market.input.programmes[id] as ProgrammeInput);
  return {
    market,
    policy,
    owner,
    choicesOf: choicesByProgramme(market),
    states: new Uint8Array(choices.length).fill(NOT_RANKED),
    flags: new Uint8Array(choices.length),
    offeredIn: new Uint32Array(choices.length),
    place,
    callRank: new Uint32Array(choices.length),
    standing: new Uint8Array(candidateIds.length),
    rules,
    calls: [],
    targets: [],
    callUpTo: rules.map(({ callUpTo }) => callUpTo ?? 0),
    stopped: new Uint8Array(programmeIds.length),
    lastCalled: new Uint32Array(programmeIds.length),
    publishedLastCalled: new Uint32Array(programmeIds.length),
    displayed: programmeIds.map(() => new Map()),
  };
}

function choicesByProgramme({ choices, programmeIds }: SealedMarket): readonly Uint32Array[] {
  const counts = new Uint32Array(programmeIds.length);
  for (const programme of choices) counts[programme] = (counts[programme] as number) + 1;
  const lists = Array.from(counts, (count) => new Uint32Array(count));
  for (let wish = choices.length - 1; wish >= 0; wish -= 1) {
    const programme = choices[wish] as number;
    counts[programme] = (counts[programme] as number) - 1;
    (lists[programme] as Uint32Array)[counts[programme] as number] = wish;
  }
  return lists;
}

/** A candidate whom batch seated starts with that offer, unanswered in mode ranked; worse wishes are dropped as by any better offer. */
function startHolding(state: CampaignState, candidate: number, block: number): void {
  if (block === NOWHERE) return;
  const { programme } = state.market.blocks[block] as SealedBlock;
  for (const wish of wishesOf(state, candidate))
    if (state.market.choices[wish] === programme) {
      offer(state, wish, block - (state.market.firstBlock[programme] as number));
      if (state.policy.mode === 'open' && state.standing[candidate] === AUTO) state.states[wish] = HELD;
      if (state.policy.mode === 'ranked' || state.standing[candidate] === AUTO)
        dropBelow(state, candidate, state.place[wish] as number);
    }
}

function dropBelow(state: CampaignState, candidate: number, place: number): void {
  for (const wish of wishesOf(state, candidate))
    if ((state.place[wish] as number) > place && (state.states[wish] === WAITING || state.states[wish] === NOT_RANKED))
      happens(state, wish, 'better');
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
