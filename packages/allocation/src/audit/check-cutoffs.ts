import type { Id } from '../market/market.ts';
import { NO_SEAT } from './check-numbered.ts';
import type { MarketRead } from './number-again.ts';
import { entry, isSameJson, keysOf, type Violation, violation } from './properties.ts';

/** Compares claimed cutoffs with those of the matching, line by line. */
export function checkCutoffs(market: MarketRead, admitted: Uint32Array, claimed: unknown): readonly Violation[] {
  const right = new Map(market.programmes.map((id, programme) => [id, cutoffOf(market, admitted, programme)]));
  const wrong = market.programmes.filter((id) => !isSameJson(entry(claimed, id), right.get(id)));
  const strangers = keysOf(claimed).filter((id) => !market.programmeNumber.has(id));
  return [
    ...wrong.map((programme) => violation('P2', `The cutoff is not ${JSON.stringify(right.get(programme))}.`, { programme })),
    ...strangers.map((programme) => violation('P2', 'No programme bears this id.', { programme })),
  ];
}

function cutoffOf(
  { reads, firstBlock, candidateNumber, programmeOf, lists }: MarketRead,
  admitted: Uint32Array,
  programme: number,
) {
  const { blocks, order } = reads[programme] as MarketRead['reads'][number];
  const lines = blocks.map(({ name, seats }, index) => {
    const block = (firstBlock[programme] as number) + index;
    let filled = 0;
    let last = 0;
    (lists[block] as Uint32Array).forEach((candidate, place) => {
      if (admitted[candidate] !== block) return;
      filled += 1;
      last = place + 1;
    });
    return { name, seats, filled, lastRank: filled < seats ? null : last };
  });
  const last = order.findLastIndex((id) => programmeOf[admitted[candidateNumber.get(id) ?? -1] ?? NO_SEAT] === programme);
  return {
    filled: lines.reduce((sum, line) => sum + line.filled, 0),
    lastAdmittedRank: last < 0 ? null : last + 1,
    blocks: lines,
  };
}

/** Cutoffs alone rebuild the matching: everybody gets the first programme of the list with a block whose cutoff they clear. */
export function matchingByCutoffs(market: MarketRead, claimed: unknown): unknown {
  const { listStart, list, rank } = market.numbered;
  const limits = market.reads.flatMap(({ blocks }, programme) =>
    blocks.map((_, index) => limitOf(entry(claimed, market.programmes[programme] as Id), index)),
  );
  return Object.fromEntries(
    market.candidates.map((id, candidate) => {
      for (let slot = listStart[candidate] as number; slot < (listStart[candidate + 1] as number); slot += 1) {
        const limit = limits[list[slot] as number] as number;
        if (rank[slot] !== 0 && (rank[slot] as number) <= limit)
          return [id, market.programmes[market.programmeOf[list[slot] as number] as number] as Id];
      }
      return [id, null];
    }),
  );
}

function limitOf(line: unknown, index: number): number {
  const blocks = entry(line, 'blocks');
  const last = Array.isArray(blocks) ? entry(blocks[index], 'lastRank') : undefined;
  if (last === null) return Number.POSITIVE_INFINITY;
  return typeof last === 'number' ? last : 0;
}
