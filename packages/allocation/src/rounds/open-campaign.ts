import { type Matching, NOWHERE, type ProgrammeInput, type SealedBlock, type SealedMarket } from '../market/market.ts';
import { callListsOf } from './call-lists.ts';
import { AUTO, type CampaignState, happens, offer, type RoundPolicy, wishesOf } from './campaign-state.ts';
import { HELD, NOT_RANKED, WAITING } from './wish-life.ts';

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
  const owner = ownersOf(market);
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

/** Whose each choice is. */
function ownersOf({ choiceStart, choices }: SealedMarket): Uint32Array {
  const owner = new Uint32Array(choices.length);
  for (let candidate = 0; candidate < choiceStart.length - 1; candidate += 1)
    owner.fill(candidate, choiceStart[candidate], choiceStart[candidate + 1]);
  return owner;
}

function choicesByProgramme({ choices, programmeIds }: SealedMarket): readonly Uint32Array[] {
  const lists: number[][] = programmeIds.map(() => []);
  for (const [wish, programme] of choices.entries()) (lists[programme] as number[]).push(wish);
  return lists.map((list) => Uint32Array.from(list));
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
  for (const wish of wishesOf(state, candidate)) if ((state.place[wish] as number) > place) happens(state, wish, 'better');
}
