import type { Id, MarketInput, NumberedMarket } from '@guichet/allocation/market/market';

/** Numbers in [0, 1) from a seed: the same market on every machine (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** How wishes and rankings are drawn. Serial: one ranking for all. Tiers: popular programmes first. Skewed: few are popular. */
export type Shape = 'uniform' | 'skewed' | 'serial' | 'tiers';

/** Size of a market; every list has `choices` distinct programmes. */
export interface Size {
  readonly candidates: number;
  readonly choices: number;
  readonly programmes: number;
  readonly seats: number;
  readonly shape?: Shape;
}

/** A market on numbered arrays; everybody who lists a programme is ranked there, in random order unless serial. */
export function numberedMarket({ candidates, choices, programmes, seats, shape = 'uniform' }: Size, seed = 1): NumberedMarket {
  const random = randomFrom(seed);
  const listStart = Uint32Array.from({ length: candidates + 1 }, (_, candidate) => candidate * choices);
  const list = new Uint32Array(candidates * choices);
  const taken = new Uint32Array(programmes);
  for (let candidate = 0; candidate < candidates; candidate += 1) {
    for (let choice = 0; choice < choices; choice += 1) {
      let programme = drawProgramme(random, shape, { programmes, choice, choices });
      while (taken[programme] === candidate + 1) programme = (programme + 1) % programmes;
      taken[programme] = candidate + 1;
      list[candidate * choices + choice] = programme;
    }
  }
  const rank = new Uint32Array(list.length);
  const given = new Uint32Array(programmes);
  const order = Uint32Array.from({ length: list.length }, (_, wish) => wish);
  if (shape !== 'serial') shuffle(order, random);
  for (const wish of order) {
    const programme = list[wish] as number;
    given[programme] = (given[programme] as number) + 1;
    rank[wish] = given[programme] as number;
  }
  return { candidates, programmes, listStart, list, rank, capacity: new Uint32Array(programmes).fill(seats) };
}

function drawProgramme(
  random: () => number,
  shape: Shape,
  { programmes, choice, choices }: { readonly programmes: number; readonly choice: number; readonly choices: number },
): number {
  if (shape === 'skewed') return Math.floor(random() ** 3 * programmes);
  if (shape === 'tiers') return Math.floor(((choice + random()) / choices) * programmes);
  return Math.floor(random() * programmes);
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
}

/** Everybody wants the same order and every programme prefers those who come last: n²/2 proposals. */
export function worstMarket(size: number): NumberedMarket {
  const list = new Uint32Array(size * size);
  const rank = new Uint32Array(size * size);
  for (let candidate = 0; candidate < size; candidate += 1)
    for (let choice = 0; choice < size; choice += 1) {
      list[candidate * size + choice] = choice;
      rank[candidate * size + choice] = size - candidate;
    }
  return {
    candidates: size,
    programmes: size,
    listStart: Uint32Array.from({ length: size + 1 }, (_, candidate) => candidate * size),
    list,
    rank,
    capacity: new Uint32Array(size).fill(1),
  };
}

/** One late candidate moves everybody one place down: a chain as long as the market. */
export function dominoMarket(size: number): NumberedMarket {
  const list = Uint32Array.from({ length: 2 * size }, (_, wish) => (wish < 2 * size - 1 ? (wish + 1) >> 1 : 0));
  const rank = Uint32Array.from({ length: 2 * size }, (_, wish) => (wish % 2 === 0 ? 2 : 1));
  list[2 * size - 2] = 0;
  list[2 * size - 1] = size;
  rank[2 * size - 2] = 1;
  rank[2 * size - 1] = 2;
  for (let candidate = 0; candidate < size - 1; candidate += 1) list.set([candidate, candidate + 1], 2 * candidate);
  return {
    candidates: size,
    programmes: size + 1,
    listStart: Uint32Array.from({ length: size + 1 }, (_, candidate) => 2 * candidate),
    list,
    rank,
    capacity: new Uint32Array(size + 1).fill(1),
  };
}

/** The same market with ids, as a consortium would write it down. */
export function namedMarket(market: NumberedMarket): MarketInput {
  const rankings: Id[][] = Array.from({ length: market.programmes }, () => []);
  const candidates: Record<Id, Id[]> = {};
  for (let candidate = 0; candidate < market.candidates; candidate += 1) {
    const [start, end] = [market.listStart[candidate] as number, market.listStart[candidate + 1] as number];
    candidates[`c${candidate}`] = Array.from(market.list.subarray(start, end), (programme) => `P${programme}`);
    for (let wish = start; wish < end; wish += 1)
      (rankings[market.list[wish] as number] as Id[])[(market.rank[wish] as number) - 1] = `c${candidate}`;
  }
  const programmes = Object.fromEntries(
    rankings.map((ranking, programme) => [`P${programme}`, { capacity: market.capacity[programme] as number, ranking }]),
  );
  return { candidates, programmes };
}
