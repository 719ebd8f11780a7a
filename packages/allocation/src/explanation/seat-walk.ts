import { candidatesPropose, followChain, type Held } from '../batch/candidates-propose.ts';
import { loseSeat } from '../batch/held-heap.ts';
import type { Id, NumberedMarket, SealedMarket } from '../market/market.ts';

/** One state of the walk: with these seats in the block, who holds what. */
export interface SeatStep {
  readonly seats: number;
  readonly held: Held;
}

/**
 * One walk answers every capacity of a block: unlimited seats first, then one taken away at a time; the worst held leaves
 * and the chain is followed. The first step holds for every greater capacity too. `visit` answers false to stop.
 */
export function walkDown(market: NumberedMarket, block: number, visit: (step: SeatStep) => boolean): void {
  const capacity = market.capacity.slice();
  capacity[block] = 0xffffffff;
  const held = candidatesPropose({ ...market, capacity });
  let seats = held.heaps.size[block] as number;
  while (visit({ seats, held }) && seats > 0) {
    seats -= 1;
    followChain(held, loseSeat(held.heaps, block));
  }
}

/** A programme, and the pool asked about where it has pools. */
export type SeatsAsked = Id | { readonly programme: Id; readonly block: string };

/** The number of the block whose seats are asked about: the open seats unless a block is named; undefined when there is none. */
export function blockAsked(market: SealedMarket, asked: SeatsAsked): number | undefined {
  const { programme, block } = typeof asked === 'string' ? { programme: asked, block: undefined } : asked;
  const number = market.programmeNumbers.get(programme);
  if (number === undefined) return undefined;
  const [first, end] = [market.firstBlock[number] as number, market.firstBlock[number + 1] as number];
  const own = market.blocks.slice(first, end).findIndex(({ name }) => name === (block ?? 'open'));
  return own >= 0 ? first + own : block === undefined ? first : undefined;
}
