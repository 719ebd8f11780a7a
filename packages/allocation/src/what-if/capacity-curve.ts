import { allocateNumbered } from '../batch/allocate.ts';
import { blockAsked, type SeatsAsked, walkDown } from '../explanation/seat-walk.ts';
import { NOWHERE, type SealedBlock, type SealedMarket } from '../market/market.ts';

/** What a number of open seats would give: the cutoff, own gains and losses against today, those of everybody as counts. */
export interface CurvePoint {
  readonly seats: number;
  readonly admitted: number;
  /** Rank of the last admitted; null while a seat is left, 0 without seats. */
  readonly lastRank: number | null;
  readonly gained: number;
  readonly lost: number;
  /** Candidates who do better or worse elsewhere or here, as counts only. */
  readonly better: number;
  readonly worse: number;
}

/** Seats → cutoff and gains, by one walk over all capacities; a programme with pools names the block. */
export function capacityCurve(market: SealedMarket, asked: SeatsAsked, seats: readonly number[]): readonly CurvePoint[] {
  const block = blockAsked(market, asked);
  if (block === undefined) return [];
  const today = placesToday(market);
  const wanted = new Set(seats);
  const points = new Map<number, CurvePoint>();
  let unlimited: number | undefined;
  walkDown(market.numbered, block, ({ seats: now, held }) => {
    unlimited ??= now;
    if (now !== unlimited && !wanted.has(now)) return true;
    const full = (held.heaps.ranks[held.heaps.start[block] as number] as number | undefined) ?? 0;
    points.set(now, {
      seats: now,
      admitted: now,
      lastRank: now === 0 ? 0 : full,
      ...differences(market, { block, today, reached: held.wish }),
    });
    return true;
  });
  return seats.map(
    (count) => points.get(count) ?? { ...(points.get(unlimited as number) as CurvePoint), seats: count, lastRank: null },
  );
}

/** Today's place of everybody, as the number of the wish they hold, the end of the list when none. */
function placesToday({ numbered }: SealedMarket): Uint32Array {
  const admitted = allocateNumbered(numbered);
  return admitted.map((block, candidate) => {
    const end = numbered.listStart[candidate + 1] as number;
    if (block === NOWHERE) return end;
    let wish = numbered.listStart[candidate] as number;
    while (numbered.list[wish] !== block) wish += 1;
    return wish;
  });
}

function differences(
  market: SealedMarket,
  { block, today, reached }: { readonly block: number; readonly today: Uint32Array; readonly reached: Uint32Array },
) {
  const { programme } = market.blocks[block] as SealedBlock;
  const at = (wish: number, candidate: number) =>
    wish < (market.numbered.listStart[candidate + 1] as number)
      ? (market.blocks[market.numbered.list[wish] as number] as SealedBlock).programme
      : NOWHERE;
  const counts = { gained: 0, lost: 0, better: 0, worse: 0 };
  for (let candidate = 0; candidate < today.length; candidate += 1) {
    const [before, after] = [today[candidate] as number, reached[candidate] as number];
    if (before === after) continue;
    const [had, has] = [at(before, candidate), at(after, candidate)];
    if (had === has) continue;
    if (has === programme) counts.gained += 1;
    if (had === programme) counts.lost += 1;
    if (after < before) counts.better += 1;
    else counts.worse += 1;
  }
  return counts;
}
