import type { MarketInput } from '../market/market.ts';
import { entry, isSameJson, type Violation, violation } from './properties.ts';

/** Compares the drops that a dirty import reports with what the lists and rankings name; their order means nothing. */
export function checkDropped(input: MarketInput, claimed: unknown): readonly Violation[] {
  const expected = new Set<string>();
  for (const [candidate, list] of Object.entries(input.candidates))
    for (const programme of list)
      if (!Object.hasOwn(input.programmes, programme)) expected.add(key(candidate, programme, 'unknown-programme'));
  for (const [programme, { ranking, pools = [] }] of Object.entries(input.programmes))
    for (const candidate of [ranking, ...pools.map((pool) => pool.ranking ?? [])].flat())
      if (!Object.hasOwn(input.candidates, candidate)) expected.add(key(candidate, programme, 'unknown-candidate'));
  const told =
    Array.isArray(claimed) &&
    claimed.map((one) => key(entry(one, 'candidate'), entry(one, 'programme'), entry(one, 'reason'))).toSorted();
  return isSameJson([...expected].toSorted(), told)
    ? []
    : [violation('R1', 'The ids left out by the import are not those reported.')];
}

const key = (candidate: unknown, programme: unknown, reason: unknown): string => JSON.stringify([candidate, programme, reason]);
