import { type Matching, NOWHERE, type NumberedMarket, type SealedMarket } from '../market/market.ts';
import { candidatesPropose } from './candidates-propose.ts';
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
  const { candidates, list, listStart } = market;
  const { wish } = candidatesPropose(market);
  const admitted = new Uint32Array(candidates).fill(NOWHERE);
  for (let candidate = 0; candidate < candidates; candidate += 1) {
    const at = wish[candidate] as number;
    if (at < (listStart[candidate + 1] as number)) admitted[candidate] = list[at] as number;
  }
  return admitted;
}
