import { type Id, type Matching, NOWHERE, type SealedBlock, type SealedMarket } from '../market/market.ts';

/** The certificate of one block: who is ranked in its list at `lastRank` or better clears it; null lets in all ranked, 0 nobody. */
export interface BlockCutoff {
  readonly name: string;
  readonly seats: number;
  readonly filled: number;
  readonly lastRank: number | null;
}

/** Cutoffs of a programme: people admitted, the greatest of their ranks in the call order, and a line per block. */
export interface Cutoff {
  readonly programme: Id;
  readonly filled: number;
  readonly lastAdmittedRank: number | null;
  readonly blocks: readonly BlockCutoff[];
}

/** One line per block: seats, admitted, last admitted rank in the block's own list (null when a seat is left). */
export function cutoffs(market: SealedMarket, { admitted }: Matching): readonly Cutoff[] {
  return market.programmeIds.map((programme, number) => {
    const first = market.firstBlock[number] as number;
    const own = market.blocks.slice(first, market.firstBlock[number + 1]);
    const blocks = own.map((block, index) => cutoffOf(block, first + index, admitted));
    const order = market.callOrders[number] as Uint32Array;
    const inProgramme = (block: number) => block !== NOWHERE && (market.blocks[block] as SealedBlock).programme === number;
    const last = order.findLastIndex((candidate) => candidate !== NOWHERE && inProgramme(admitted[candidate] as number)) + 1;
    return {
      programme,
      filled: blocks.reduce((sum, { filled }) => sum + filled, 0),
      lastAdmittedRank: last === 0 ? null : last,
      blocks,
    };
  });
}

function cutoffOf({ name, seats, list }: SealedBlock, block: number, admitted: Uint32Array): BlockCutoff {
  let filled = 0;
  let last = 0;
  for (let index = 0; index < list.length; index += 1) {
    const candidate = list[index] as number;
    if (candidate === NOWHERE || admitted[candidate] !== block) continue;
    filled += 1;
    last = index + 1;
  }
  return { name, seats, filled, lastRank: filled < seats ? null : last };
}
