import { type Matching, NOWHERE, type NumberedMarket, type SealedMarket } from '../market/market.ts';
import { type HeldHeaps, heldHeaps, hold, replaceWorst } from './held-heap.ts';
import { programmesPropose } from './programmes-propose.ts';

/** The stable matching best for every candidate, or (P11) for every programme. O(wishes · log seats), iterative. */
export function allocate(
  market: SealedMarket,
  how: { readonly proposing: 'candidates' | 'programmes' } = { proposing: 'candidates' },
): Matching {
  return { admitted: how.proposing === 'programmes' ? programmesPropose(market.numbered) : allocateNumbered(market.numbered) };
}

/** Same on numbered arrays: no id, no object per person. `admitted[c]` is a programme number or NOWHERE. */
export function allocateNumbered(market: NumberedMarket): Uint32Array {
  return admittedOf(market, candidatesPropose(market));
}

/** Who holds what when candidates propose, and how far each has gone down the list. */
export interface Held {
  readonly heaps: HeldHeaps;
  readonly next: Uint32Array;
}

/** Candidate-proposing deferred acceptance: a displaced candidate goes on at once, so a chain of any length needs no stack. */
export function candidatesPropose(market: NumberedMarket): Held {
  const held: Held = { heaps: heldHeaps(usableSeats(market)), next: market.listStart.slice(0, market.candidates) };
  for (let candidate = 0; candidate < market.candidates; candidate += 1) proposeFrom(market, held, candidate);
  return held;
}

/** One candidate proposes down the list, then whoever was displaced, until somebody fills a free seat or runs out. */
export function proposeFrom(market: NumberedMarket, { heaps, next }: Held, first: number): void {
  const { list, rank, listStart } = market;
  const { start, capacity, size, ranks, candidates } = heaps;
  let candidate = first;
  let wish = next[candidate] as number;
  let end = listStart[candidate + 1] as number;
  while (wish < end) {
    const programme = list[wish] as number;
    const own = rank[wish] as number;
    const base = start[programme] as number;
    const held = size[programme] as number;
    if (own === 0) {
      wish += 1;
    } else if (held < (capacity[programme] as number)) {
      hold(heaps, programme, { rank: own, candidate });
      break;
    } else if (held > 0 && own < (ranks[base] as number)) {
      const displaced = candidates[base] as number;
      replaceWorst(heaps, programme, { rank: own, candidate });
      next[candidate] = wish;
      candidate = displaced;
      end = listStart[candidate + 1] as number;
      wish = (next[candidate] as number) + 1;
    } else wish += 1;
  }
  next[candidate] = wish;
}

/** Seats that can be used: never more than the candidates ranked who list the programme. */
function usableSeats({ programmes, list, rank, capacity }: NumberedMarket): Uint32Array {
  const usable = new Uint32Array(programmes);
  for (let wish = 0; wish < list.length; wish += 1)
    if (rank[wish] !== 0) {
      const programme = list[wish] as number;
      usable[programme] = (usable[programme] as number) + 1;
    }
  for (let programme = 0; programme < programmes; programme += 1)
    if ((usable[programme] as number) > (capacity[programme] as number)) usable[programme] = capacity[programme] as number;
  return usable;
}

/** Whose each wish is. */
export function ownersOf({ candidates, listStart, list }: NumberedMarket): Uint32Array {
  const owner = new Uint32Array(list.length);
  for (let candidate = 0; candidate < candidates; candidate += 1)
    owner.fill(candidate, listStart[candidate], listStart[candidate + 1]);
  return owner;
}

/** Reads the matching off the heaps. */
export function admittedOf(market: NumberedMarket, { next }: Held): Uint32Array {
  const admitted = new Uint32Array(market.candidates);
  for (let candidate = 0; candidate < market.candidates; candidate += 1) {
    const wish = next[candidate] as number;
    admitted[candidate] = wish < (market.listStart[candidate + 1] as number) ? (market.list[wish] as number) : NOWHERE;
  }
  return admitted;
}
