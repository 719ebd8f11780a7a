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
  const lists = reads.flatMap(({ blocks }) =>
    blocks.map(({ list }) => Uint32Array.from(list, (id) => candidateNumber.get(id) ?? NO_SEAT)),
  );
  const known = { candidates, candidateNumber, programmes, programmeNumber, reads, firstBlock, programmeOf, lists };
  return { ...known, numbered: numberedBy(known, input) };
}

function numberedBy(
  { candidates, programmeNumber, reads, firstBlock, lists }: Omit<MarketRead, 'numbered'>,
  input: MarketInput,
): NumberedMarket {
  const listStart = new Uint32Array(candidates.length + 1);
  const slotsAt: number[][] = reads.map(() => []);
  const list: number[] = [];
  for (const [number, id] of candidates.entries()) {
    for (const choice of input.candidates[id] as readonly Id[]) {
      const programme = programmeNumber.get(choice);
      if (programme === undefined) continue;
      (slotsAt[programme] as number[]).push(number, list.length);
      for (let block = firstBlock[programme] as number; block < (firstBlock[programme + 1] as number); block += 1)
        list.push(block);
    }
    listStart[number + 1] = list.length;
  }
  const rank = new Uint32Array(list.length);
  const position = new Uint32Array(candidates.length);
  for (const programme of reads.keys())
    for (let block = firstBlock[programme] as number; block < (firstBlock[programme + 1] as number); block += 1) {
      const ranked = lists[block] as Uint32Array;
      const offset = block - (firstBlock[programme] as number);
      ranked.forEach((candidate, place) => {
        if (candidate !== NO_SEAT) position[candidate] = place + 1;
      });
      const slots = slotsAt[programme] as number[];
      for (let slot = 0; slot < slots.length; slot += 2)
        rank[(slots[slot + 1] as number) + offset] = position[slots[slot] as number] as number;
      ranked.forEach((candidate) => {
        if (candidate !== NO_SEAT) position[candidate] = 0;
      });
    }
  const capacity = Uint32Array.from(reads.flatMap(({ blocks }) => blocks.map(({ seats }) => Math.min(seats, 0xfffffffe))));
  return { candidates: candidates.length, programmes: capacity.length, listStart, list: Uint32Array.from(list), rank, capacity };
}
