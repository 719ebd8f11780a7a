import type { Groups, Id, MarketInput, NumberedMarket, ProgrammeInput } from '../market/market.ts';
import { type ProgrammeRead, readBlocks } from './blocks-by-hand.ts';
import { NO_SEAT } from './check-numbered.ts';

/** The market as the checker numbers it, by programme rather than by candidate: every block a programme, rank 0 when not ranked. */
export interface MarketRead {
  readonly candidates: readonly Id[];
  readonly candidateNumber: ReadonlyMap<Id, number>;
  readonly programmes: readonly Id[];
  readonly programmeNumber: ReadonlyMap<Id, number>;
  readonly reads: readonly ProgrammeRead[];
  readonly firstBlock: readonly number[];
  readonly programmeOf: readonly number[];
  /** Per block its list by number; NO_SEAT for somebody who is no candidate. */
  readonly lists: readonly Uint32Array[];
  readonly numbered: NumberedMarket;
}

/** Re-reads a sound market on the checker's own way. */
export function numberAgain(input: MarketInput): MarketRead {
  const candidates = Object.keys(input.candidates);
  const programmes = Object.keys(input.programmes);
  const candidateNumber = new Map(candidates.map((id, number) => [id, number]));
  const programmeNumber = new Map(programmes.map((id, number) => [id, number]));
  const groups: Groups = input.groups ?? {};
  const reads = programmes.map((id) => readBlocks(input.programmes[id] as ProgrammeInput, groups));
  const firstBlock = [0];
  const programmeOf: number[] = [];
  for (const [programme, { blocks }] of reads.entries()) {
    for (const _ of blocks) programmeOf.push(programme);
    firstBlock.push(programmeOf.length);
  }
  const lists = reads.flatMap(({ blocks }) => blocks.map(({ list }) => byNumber(list, candidateNumber)));
  const known = { candidates, candidateNumber, programmes, programmeNumber, reads, firstBlock, programmeOf, lists };
  return { ...known, numbered: numberedBy(known, input) };
}

function byNumber(list: readonly Id[], numbers: ReadonlyMap<Id, number>): Uint32Array {
  const numbered = new Uint32Array(list.length);
  for (let place = 0; place < list.length; place += 1) numbered[place] = numbers.get(list[place] as Id) ?? NO_SEAT;
  return numbered;
}

type Known = Omit<MarketRead, 'numbered'>;

/** Every list one after another, each programme written as its blocks; ranks are then filled in programme by programme. */
function numberedBy(known: Known, input: MarketInput): NumberedMarket {
  const { candidates, programmeNumber, reads, firstBlock } = known;
  const listStart = new Uint32Array(candidates.length + 1);
  const wishes = { start: new Uint32Array(reads.length + 1), candidate: new Uint32Array(0), slot: new Uint32Array(0) };
  const chosen = candidates.map((id) => byNumber(input.candidates[id] as readonly Id[], programmeNumber));
  for (const [candidate, choices] of chosen.entries()) {
    let slots = 0;
    for (const programme of choices) {
      if (programme === NO_SEAT) continue;
      slots += (firstBlock[programme + 1] as number) - (firstBlock[programme] as number);
      wishes.start[programme + 1] = (wishes.start[programme + 1] as number) + 1;
    }
    listStart[candidate + 1] = (listStart[candidate] as number) + slots;
  }
  for (let programme = 0; programme < reads.length; programme += 1)
    wishes.start[programme + 1] = (wishes.start[programme + 1] as number) + (wishes.start[programme] as number);
  wishes.candidate = new Uint32Array(wishes.start[reads.length] as number);
  wishes.slot = new Uint32Array(wishes.start[reads.length] as number);
  const list = new Uint32Array(listStart[candidates.length] as number);
  const next = wishes.start.slice();
  let slot = 0;
  for (const [candidate, choices] of chosen.entries())
    for (const programme of choices) {
      if (programme === NO_SEAT) continue;
      const wish = next[programme] as number;
      next[programme] = wish + 1;
      wishes.candidate[wish] = candidate;
      wishes.slot[wish] = slot;
      for (let block = firstBlock[programme] as number; block < (firstBlock[programme + 1] as number); block += 1) {
        list[slot] = block;
        slot += 1;
      }
    }
  const capacity = Uint32Array.from(reads.flatMap(({ blocks }) => blocks.map(({ seats }) => Math.min(seats, 0xfffffffe))));
  return {
    candidates: candidates.length,
    programmes: capacity.length,
    listStart,
    list,
    rank: ranksOf(known, wishes, list.length),
    capacity,
  };
}

interface Wishes {
  readonly start: Uint32Array;
  readonly candidate: Uint32Array;
  readonly slot: Uint32Array;
}

/** Ranks beside the lists: a block's positions are laid out by candidate, read by the wishes of its programme, and cleared. */
function ranksOf({ candidates, reads, firstBlock, lists }: Known, wishes: Wishes, slots: number): Uint32Array {
  const rank = new Uint32Array(slots);
  const position = new Uint32Array(candidates.length);
  for (let programme = 0; programme < reads.length; programme += 1)
    for (let block = firstBlock[programme] as number; block < (firstBlock[programme + 1] as number); block += 1) {
      const ranked = lists[block] as Uint32Array;
      const offset = block - (firstBlock[programme] as number);
      for (let place = 0; place < ranked.length; place += 1)
        if (ranked[place] !== NO_SEAT) position[ranked[place] as number] = place + 1;
      for (let wish = wishes.start[programme] as number; wish < (wishes.start[programme + 1] as number); wish += 1)
        rank[(wishes.slot[wish] as number) + offset] = position[wishes.candidate[wish] as number] as number;
      for (const candidate of ranked) if (candidate !== NO_SEAT) position[candidate] = 0;
    }
  return rank;
}
