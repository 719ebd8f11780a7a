import { NOWHERE } from '../market/market.ts';
import { type CampaignState, offer, SUPERNUMERARY } from './campaign-state.ts';
import { isLive, WAITING } from './wish-life.ts';

/** What a run remembers while it goes: how far each list was read, seats left per block, what it did. */
export interface RunLog {
  readonly read: number[][];
  readonly vacancies: number[][];
  readonly offered: number[];
  readonly dropped: number[];
  /** Programmes where a seat was freed since they last called. */
  freed: Set<number>;
}

/** Vacancies of every block: target less holders; a supernumerary seat is beyond the target and counts on neither side. */
export function startOfRun(state: CampaignState): RunLog {
  const vacancies = state.targets.map((targets) => [...targets]);
  for (let wish = 0; wish < state.states.length; wish += 1) {
    if (!isLive(state.states[wish] as number) || isSupernumerary(state, wish)) continue;
    const blocks = vacancies[state.market.choices[wish] as number] as number[];
    blocks[state.offeredIn[wish] as number] = (blocks[state.offeredIn[wish] as number] as number) - 1;
  }
  const everybody = new Set(state.calls.keys());
  return { read: vacancies.map((blocks) => blocks.map(() => 0)), vacancies, offered: [], dropped: [], freed: everybody };
}

export const isSupernumerary = (state: CampaignState, wish: number): boolean =>
  ((state.flags[wish] as number) & SUPERNUMERARY) !== 0;

/**
 * Offers of one programme (R5): down each list in filling order, to each waiting candidate while vacancies remain or the
 * rank is within the block call (rang limite d'appel); every offer uses a vacancy, which may go below zero.
 */
export function callDown(state: CampaignState, run: RunLog, programme: number): readonly number[] {
  const made: number[] = [];
  const { blocks, ownRanks } = state.calls[programme] as CampaignState['calls'][number];
  const reach = state.callUpTo[programme] as number;
  const vacancies = run.vacancies[programme] as number[];
  const read = run.read[programme] as number[];
  for (const [block, { list }] of blocks.entries()) {
    const wholeList = reach > 0 && read[block] === 0 ? list.length : 0;
    let place = read[block] as number;
    let stopped = false;
    for (; place < list.length && ((vacancies[block] as number) > 0 || place < wholeList); place += 1) {
      const wish = list[place] as number;
      if (wish === NOWHERE || state.states[wish] !== WAITING) continue;
      const within = (ownRanks ? place + 1 : rankOf(state, wish)) <= reach;
      if ((vacancies[block] as number) <= 0 && !within) {
        if (!stopped) read[block] = place;
        stopped = true;
        continue;
      }
      offer(state, wish, block);
      vacancies[block] = (vacancies[block] as number) - 1;
      made.push(wish);
    }
    if (!stopped) read[block] = place;
  }
  return made;
}

const rankOf = (state: CampaignState, wish: number): number => (state.callRank[wish] as number) || Number.POSITIVE_INFINITY;

/** A seat given back within the run is called for again in the same run. */
export function freeSeat(state: CampaignState, run: RunLog, wish: number): void {
  if (isSupernumerary(state, wish)) return;
  const programme = state.market.choices[wish] as number;
  const blocks = run.vacancies[programme] as number[];
  const block = state.offeredIn[wish] as number;
  blocks[block] = (blocks[block] as number) + 1;
  run.freed.add(programme);
}
