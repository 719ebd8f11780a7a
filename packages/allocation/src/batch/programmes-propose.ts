import { NOWHERE, type NumberedMarket } from '../market/market.ts';

/**
 * Programme-proposing deferred acceptance: the stable matching best for every programme and worst for every candidate.
 * Each programme calls down its ranking while it holds fewer than its seats; a candidate keeps the best call (P11).
 */
export function programmesPropose(market: NumberedMarket): Uint32Array {
  const { programmes, capacity } = market;
  const calls = callsByRank(market);
  const next = calls.start.slice(0, programmes);
  const holding = new Uint32Array(programmes);
  const held = new Uint32Array(market.candidates).fill(NOWHERE);
  const open = Array.from({ length: programmes }, (_, programme) => programme);
  for (let programme = open.pop(); programme !== undefined; programme = open.pop()) {
    const end = calls.start[programme + 1] as number;
    while ((holding[programme] as number) < (capacity[programme] as number) && (next[programme] as number) < end) {
      const call = next[programme] as number;
      next[programme] = call + 1;
      const [wish, candidate] = [calls.wish[call] as number, calls.candidate[call] as number];
      const before = held[candidate] as number;
      if (before < wish) continue; // NOWHERE is after every wish
      held[candidate] = wish;
      holding[programme] = (holding[programme] as number) + 1;
      if (before === NOWHERE) continue;
      const left = market.list[before] as number;
      holding[left] = (holding[left] as number) - 1;
      open.push(left);
    }
  }
  return held.map((wish) => (wish === NOWHERE ? NOWHERE : (market.list[wish] as number)));
}

/** Ranked wishes of every programme, best rank first: placed by rank, then closed up. Ranks are dense, as sealing gives them. */
export function callsByRank({ candidates, programmes, listStart, list, rank }: NumberedMarket) {
  const reach = new Uint32Array(programmes);
  for (let wish = 0; wish < list.length; wish += 1)
    reach[list[wish] as number] = Math.max(reach[list[wish] as number] as number, rank[wish] as number);
  const base = new Float64Array(programmes + 1);
  for (let programme = 0; programme < programmes; programme += 1)
    base[programme + 1] = (base[programme] as number) + (reach[programme] as number);
  const wishAt = new Uint32Array(base[programmes] as number).fill(NOWHERE);
  const candidateAt = new Uint32Array(base[programmes] as number);
  for (let candidate = 0; candidate < candidates; candidate += 1)
    for (let wish = listStart[candidate] as number; wish < (listStart[candidate + 1] as number); wish += 1) {
      if (rank[wish] === 0) continue;
      const place = (base[list[wish] as number] as number) + (rank[wish] as number) - 1;
      wishAt[place] = wish;
      candidateAt[place] = candidate;
    }
  const start = new Uint32Array(programmes + 1);
  let filled = 0;
  for (let programme = 0; programme < programmes; programme += 1) {
    for (let place = base[programme] as number; place < (base[programme + 1] as number); place += 1) {
      if (wishAt[place] === NOWHERE) continue;
      wishAt[filled] = wishAt[place] as number;
      candidateAt[filled] = candidateAt[place] as number;
      filled += 1;
    }
    start[programme + 1] = filled;
  }
  return { start, wish: wishAt.subarray(0, filled), candidate: candidateAt.subarray(0, filled) };
}
