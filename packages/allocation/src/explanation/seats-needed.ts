import type { Id, SealedBlock, SealedMarket } from '../market/market.ts';
import { blockAsked, type SeatsAsked, walkDown } from './seat-walk.ts';

/**
 * Fewest open seats (with pools: seats of the pool asked about) to add for the candidate to get this programme or better;
 * null when no number would do. Valid by P6: a seat added never hurts a candidate.
 */
export function seatsNeeded(market: SealedMarket, candidate: Id, asked: SeatsAsked): number | null {
  const block = blockAsked(market, asked);
  const number = market.candidateNumbers.get(candidate);
  const last = number === undefined || block === undefined ? undefined : lastWishFor(market, number, block);
  if (number === undefined || block === undefined || last === undefined) return null;
  const { seats: now } = market.blocks[block] as SealedBlock;
  let fewest: number | null = null;
  walkDown(market.numbered, block, ({ seats, held }) => {
    if ((held.next[number] as number) > last) return false;
    fewest = Math.max(0, seats - now);
    return seats > now;
  });
  return fewest;
}

/** The last of the candidate's wishes at the programme of a block, or, when not ranked there, none. */
function lastWishFor(market: SealedMarket, candidate: number, block: number): number | undefined {
  const { listStart, list } = market.numbered;
  const { programme } = market.blocks[block] as SealedBlock;
  let last: number | undefined;
  for (let wish = listStart[candidate] as number; wish < (listStart[candidate + 1] as number); wish += 1)
    if ((market.blocks[list[wish] as number] as SealedBlock).programme === programme) last = wish;
  return last;
}
