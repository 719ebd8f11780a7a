import type { NumberedMarket } from '../market/market.ts';
import { type Violation, violation } from './properties.ts';

/** "No programme", written here again: the checker takes nothing but types from elsewhere. */
export const NO_SEAT = 0xffffffff;

/** What one look at a claimed matching tells of every programme. */
export interface Held {
  readonly filled: Uint32Array;
  /** Greatest rank held, 0 when nobody is. */
  readonly worst: Uint32Array;
  /** Who holds it. */
  readonly last: Uint32Array;
  /** Where in the list the admitted one stands, per candidate; the end of the list when nowhere. */
  readonly at: Uint32Array;
  readonly violations: readonly Violation[];
}

/** P1–P3 on numbered arrays, for national sizes; numbers stand for ids in the report. */
export function checkNumbered(market: NumberedMarket, admitted: Uint32Array): readonly Violation[] {
  const held = lookAt(market, admitted);
  const envy = enviesOf(market, held);
  const violations = [...held.violations, ...envy.violations];
  return violations.length > 0 ? violations : improvingCycle(market, admitted, envy.nextBest);
}

/** Who is held where, and P1: nobody unlisted or unranked, no programme over its seats. */
export function lookAt(market: NumberedMarket, admitted: Uint32Array): Held {
  const { programmes, candidates, listStart, list, rank, capacity } = market;
  const held = {
    filled: new Uint32Array(programmes),
    worst: new Uint32Array(programmes),
    last: new Uint32Array(programmes).fill(NO_SEAT),
    at: new Uint32Array(candidates),
  };
  const violations: Violation[] = [];
  for (let candidate = 0; candidate < candidates; candidate += 1) {
    const end = listStart[candidate + 1] as number;
    const where = admitted[candidate] as number;
    let at = listStart[candidate] as number;
    while (at < end && list[at] !== where) at += 1;
    held.at[candidate] = at;
    if (where === NO_SEAT) continue;
    if (at === end || rank[at] === 0) {
      violations.push(violation('R1', 'Admitted without being listed and ranked there.', named(where, candidate)));
      continue;
    }
    held.filled[where] = (held.filled[where] as number) + 1;
    if ((rank[at] as number) > (held.worst[where] as number)) {
      held.worst[where] = rank[at] as number;
      held.last[where] = candidate;
    }
  }
  for (let programme = 0; programme < programmes; programme += 1)
    if ((held.filled[programme] as number) > (capacity[programme] as number))
      violations.push(
        violation('P1', `${held.filled[programme]} admitted for ${capacity[programme]} seats.`, { programme: String(programme) }),
      );
  return { ...held, violations };
}

const named = (programme: number, candidate: number) => ({ programme: String(programme), candidate: String(candidate) });

/** Per programme, the best-ranked candidate below all it holds who prefers it to what they have. */
export interface NextBest {
  readonly rank: Uint32Array;
  readonly candidate: Uint32Array;
}

/** P2: everybody reads the part of the list above their place. Whom a programme would take next is noted on the way. */
export function enviesOf(
  market: NumberedMarket,
  held: Held,
): { readonly violations: readonly Violation[]; readonly nextBest: NextBest } {
  const { programmes, candidates, listStart, list, rank, capacity } = market;
  const nextBest = { rank: new Uint32Array(programmes).fill(NO_SEAT), candidate: new Uint32Array(programmes).fill(NO_SEAT) };
  const violations: Violation[] = [];
  for (let candidate = 0; candidate < candidates; candidate += 1) {
    const stop = held.at[candidate] as number;
    for (let at = listStart[candidate] as number; at < stop; at += 1) {
      const own = rank[at] as number;
      if (own === 0) continue;
      const programme = list[at] as number;
      if ((held.filled[programme] as number) < (capacity[programme] as number))
        violations.push(violation('P2', `Ranked ${own} and preferring it, with a seat free.`, named(programme, candidate)));
      else if (own < (held.worst[programme] as number))
        violations.push(
          violation(
            'P2',
            `Ranked ${own} and preferring it, behind whom rank ${held.worst[programme]} was admitted.`,
            named(programme, candidate),
          ),
        );
      else if (own < (nextBest.rank[programme] as number)) {
        nextBest.rank[programme] = own;
        nextBest.candidate[programme] = candidate;
      }
    }
  }
  return { violations, nextBest };
}

/**
 * P3 without deferred acceptance: from a programme to its next best, from that one to their present programme. A cycle is a
 * set of people who could all have better in another stable matching.
 */
function improvingCycle(market: NumberedMarket, admitted: Uint32Array, { candidate }: NextBest): readonly Violation[] {
  const after = (programme: number) =>
    candidate[programme] === NO_SEAT ? NO_SEAT : (admitted[candidate[programme] as number] as number);
  const found = cycleOf(market.programmes, after);
  if (found.length === 0) return [];
  const story = found.map((programme) => `${candidate[programme]} could have ${programme}`).join(', ');
  return [
    violation(
      'P3',
      `A better stable matching exists: ${story}.`,
      named(found[0] as number, candidate[found[0] as number] as number),
    ),
  ];
}

/** A cycle of a map from places to places, empty when there is none: every place is coloured by the walk that met it first, NO_SEAT by none. */
export function cycleOf(places: number, after: (place: number) => number): readonly number[] {
  const metBy = new Uint32Array(places);
  for (let start = 0; start < places; start += 1) {
    let place = start;
    while (metBy[place] === 0) {
      metBy[place] = start + 1;
      place = after(place);
    }
    if (metBy[place] !== start + 1) continue;
    const cycle = [place];
    for (let next = after(place); next !== place; next = after(next)) cycle.push(next);
    return cycle;
  }
  return [];
}
