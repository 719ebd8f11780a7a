import type { MarketInput } from '../market/market.ts';
import { cycleOf, lookAt, NO_SEAT } from './check-numbered.ts';
import type { MarketRead } from './number-again.ts';
import { type Violation, violation } from './properties.ts';

/**
 * Is the best matching of candidates the only stable one? Each programme's last admitted looks below their place for the
 * first programme that would take them; a cycle there is a second stable matching, no cycle means there is none.
 */
export function checkSingleStable(
  market: MarketRead,
  { input, admitted }: { readonly input: MarketInput; readonly admitted: Uint32Array },
  claimed: unknown,
): readonly Violation[] {
  const blocked = Object.values(input.programmes).some(
    ({ reserved = [], pools = [] }) => reserved.length > 0 || pools.length > 0,
  );
  if (blocked) return [violation('P3', 'With reserves or pools nothing is said of other stable matchings.')];
  const { numbered } = market;
  const { filled, worst, last, at } = lookAt(numbered, admitted);
  const after = (programme: number): number => {
    const candidate = last[programme] as number;
    if (candidate === NO_SEAT) return NO_SEAT;
    for (let slot = (at[candidate] as number) + 1; slot < (numbered.listStart[candidate + 1] as number); slot += 1) {
      const next = numbered.list[slot] as number;
      const own = numbered.rank[slot] as number;
      if (own === 0) continue;
      if ((filled[next] as number) < (numbered.capacity[next] as number)) return NO_SEAT;
      if (own < (worst[next] as number)) return next;
    }
    return NO_SEAT;
  };
  const single = cycleOf(numbered.programmes, after).length === 0;
  return claimed === single
    ? []
    : [violation('P3', single ? 'There is no other stable matching.' : 'There is another stable matching.')];
}
