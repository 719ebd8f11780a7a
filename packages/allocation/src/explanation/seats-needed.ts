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
    if ((held.wish[number] as number) > last) return false;
    fewest = Math.max(0, seats - now);
    return seats > now;
  });
  return fewest;
}

/** The last of the candidate's ranked wishes that is this programme or better; none when they list it not, or are ranked nowhere above. */
function lastWishFor(market: SealedMarket, candidate: number, block: number): number | undefined {
  const { listStart, list } = market.numbered;
  const { programme } = market.blocks[block] as SealedBlock;
  const choices = market.choices.subarray(market.choiceStart[candidate], market.choiceStart[candidate + 1]);
  const wanted = new Set(choices.subarray(0, choices.indexOf(programme) + 1));
  let last: number | undefined;
  for (let wish = listStart[candidate] as number; wish < (listStart[candidate + 1] as number); wish += 1)
    if (wanted.has((market.blocks[list[wish] as number] as SealedBlock).programme)) last = wish;
  return last;
}
