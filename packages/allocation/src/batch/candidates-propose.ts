import { NOWHERE, type NumberedMarket } from '../market/market.ts';
import { type HeldHeaps, heldHeaps, takeSeat, worstHeld } from './held-heap.ts';

/** Who holds what when candidates propose, and the wish each has come to: the one that holds, or the end of the list. */
export interface Held {
  readonly market: NumberedMarket;
  readonly heaps: HeldHeaps;
  readonly wish: Uint32Array;
}

/**
 * Candidate-proposing deferred acceptance. Whatever the order of proposals the result is the same, so it is chosen for
 * memory: candidates in turn, and whoever was displaced in a further sweep, where lists are read one behind the other.
 * Once a sweep would find hardly anybody, the displaced are followed at once: a chain of any length needs no stack.
 */
export function candidatesPropose(market: NumberedMarket): Held {
  const { candidates, listStart } = market;
  const held: Held = { market, heaps: heldHeaps(usableSeats(market)), wish: new Uint32Array(candidates) };
  const displaced = new Uint8Array(candidates);
  let left = 0;
  const settle = (candidate: number, from: number) => {
    const other = holdFrom(held, candidate, from);
    if (other === NOWHERE) return;
    displaced[other] = 1;
    left += 1;
  };
  for (let candidate = 0; candidate < candidates; candidate += 1) settle(candidate, listStart[candidate] as number);
  while (left > candidates / worthASweep) {
    left = 0;
    for (let candidate = 0; candidate < candidates; candidate += 1)
      if (displaced[candidate] === 1) {
        displaced[candidate] = 0;
        settle(candidate, (held.wish[candidate] as number) + 1);
      }
  }
  for (let candidate = 0; candidate < candidates; candidate += 1) if (displaced[candidate] === 1) followChain(held, candidate);
  return held;
}

/** A sweep that finds fewer than one candidate in so many costs more than it saves. */
const worthASweep = 1024;

/** Somebody who lost the wish come to goes on down the list, then whoever was displaced, until a seat was free or a list ends. */
export function followChain(held: Held, first: number): void {
  for (let candidate = first; candidate !== NOWHERE; )
    candidate = holdFrom(held, candidate, (held.wish[candidate] as number) + 1);
}

/** Goes down the list to the first programme that holds the candidate; the answer is who had to leave it, or NOWHERE. */
function holdFrom({ market: { list, rank, listStart }, heaps, wish }: Held, candidate: number, from: number): number {
  const end = listStart[candidate + 1] as number;
  for (let at = from; at < end; at += 1) {
    const programme = list[at] as number;
    const own = rank[at] as number;
    if (own === 0 || own >= (heaps.limit[programme] as number)) continue;
    wish[candidate] = at;
    const other = worstHeld(heaps, programme);
    heaps.candidates[takeSeat(heaps, programme, own)] = candidate;
    return other;
  }
  wish[candidate] = end;
  return NOWHERE;
}

/** Seats that can be used: where there are more seats than wishes, never more than the wishes ranked. */
function usableSeats({ programmes, list, rank, capacity }: NumberedMarket): Uint32Array {
  let seats = 0;
  for (let programme = 0; programme < programmes; programme += 1) seats += capacity[programme] as number;
  if (seats <= list.length) return capacity;
  const usable = new Uint32Array(programmes);
  for (let wish = 0; wish < list.length; wish += 1)
    if (rank[wish] !== 0) {
      const programme = list[wish] as number;
      usable[programme] = (usable[programme] as number) + 1;
    }
  return usable.map((wishes, programme) => Math.min(wishes, capacity[programme] as number));
}
