import type { ProgrammeInput } from '../../market/market.ts';
import { faultIf } from './shape-faults.ts';

const sum = (parts: readonly { readonly seats: number }[]) => parts.reduce((total, part) => total + part.seats, 0);

/** The faults of a programme's seats, reserves and pools taken together. */
export function seatFaults({ capacity, target, reserved = [], pools = [] }: ProgrammeInput): readonly string[] {
  const seats = capacity ?? target ?? 0;
  const names = pools.map(({ name }) => name);
  return [
    ...faultIf(reserved.length > 0 && pools.length > 0, 'it has reserves and pools'),
    ...faultIf(sum(reserved) > seats, 'more seats are reserved than there are'),
    ...faultIf(pools.length > 0 && sum(pools) !== seats, 'the pools do not sum to the capacity'),
    ...faultIf(new Set(names).size < names.length, 'two pools bear one name'),
    ...pools.flatMap(({ fallback = null }) =>
      faultIf(fallback !== null && fallback !== 'programme' && !names.includes(fallback), 'a fallback names no pool'),
    ),
  ];
}
