import { NOWHERE, type NumberedMarket, type SealedBlock } from './market.ts';

/** What the expansion reads of a market being sealed. */
export interface Expandable {
  readonly blocks: readonly SealedBlock[];
  readonly firstBlock: Uint32Array;
  readonly choiceStart: Uint32Array;
  readonly choices: Uint32Array;
}

/**
 * Every block as a programme of its own: in a list, a programme stands for its blocks in filling order. Filling block by
 * block with one seat a person is deferred acceptance on this market, hence stable, best for candidates and truthful (R3).
 */
export function expandBlocks({ blocks, firstBlock, choiceStart, choices }: Expandable): NumberedMarket {
  const candidates = choiceStart.length - 1;
  const ranked = rankedPairs(blocks, candidates);
  const listStart = new Uint32Array(candidates + 1);
  const list = new Uint32Array(ranked.block.length);
  const rank = new Uint32Array(ranked.block.length);
  const rankAt = new Uint32Array(blocks.length);
  let filled = 0;
  for (let candidate = 0; candidate < candidates; candidate += 1) {
    const [first, end] = [ranked.start[candidate] as number, ranked.start[candidate + 1] as number];
    for (let pair = first; pair < end; pair += 1) rankAt[ranked.block[pair] as number] = ranked.rank[pair] as number;
    const stop = choiceStart[candidate + 1] as number;
    for (let choice = choiceStart[candidate] as number; choice < stop; choice += 1) {
      const programme = choices[choice] as number;
      const last = firstBlock[programme + 1] as number;
      for (let block = firstBlock[programme] as number; block < last; block += 1) {
        if (rankAt[block] === 0) continue;
        list[filled] = block;
        rank[filled] = rankAt[block] as number;
        filled += 1;
      }
    }
    for (let pair = first; pair < end; pair += 1) rankAt[ranked.block[pair] as number] = 0;
    listStart[candidate + 1] = filled;
  }
  const capacity = Uint32Array.from(blocks, ({ seats, list: { length } }) => Math.min(seats, length));
  return {
    candidates,
    programmes: blocks.length,
    listStart,
    list: list.subarray(0, filled),
    rank: rank.subarray(0, filled),
    capacity,
  };
}

/** For each candidate, the blocks that rank them and at which rank: a transposition by counting. */
function rankedPairs(blocks: readonly SealedBlock[], candidates: number) {
  const start = new Uint32Array(candidates + 1);
  for (const { list } of blocks)
    for (let index = 0; index < list.length; index += 1) {
      const candidate = list[index] as number;
      if (candidate !== NOWHERE) start[candidate + 1] = (start[candidate + 1] as number) + 1;
    }
  for (let candidate = 0; candidate < candidates; candidate += 1)
    start[candidate + 1] = (start[candidate + 1] as number) + (start[candidate] as number);
  const next = start.slice();
  const block = new Uint32Array(start[candidates] as number);
  const rank = new Uint32Array(start[candidates] as number);
  for (const [number, { list }] of blocks.entries())
    for (let index = 0; index < list.length; index += 1) {
      const candidate = list[index] as number;
      if (candidate === NOWHERE) continue;
      const pair = next[candidate] as number;
      next[candidate] = pair + 1;
      block[pair] = number;
      rank[pair] = index + 1;
    }
  return { start, block, rank };
}
