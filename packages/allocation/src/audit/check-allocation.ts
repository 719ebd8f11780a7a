import type { Id, MarketInput } from '../market/market.ts';
import { checkCallOrder } from './check-call-order.ts';
import { checkCutoffs, matchingByCutoffs } from './check-cutoffs.ts';
import { checkDropped } from './check-dropped.ts';
import { checkNumbered, NO_SEAT } from './check-numbered.ts';
import { checkSingleStable } from './check-single-stable.ts';
import { type MarketRead, numberAgain } from './number-again.ts';
import { entry, keysOf, type Violation, violation } from './properties.ts';

/** A result as somebody claims it; every key present is checked. */
export interface ClaimedResult {
  readonly matching?: unknown;
  readonly cutoffs?: unknown;
  readonly callOrder?: unknown;
  readonly dropped?: unknown;
  readonly singleStable?: unknown;
}

/**
 * P1–P3 of a batch, each violation with its counter-example; empty when the result is right. Shares no code with the engines.
 * P4–P7 and P11 speak of other inputs: they are properties of the engine, tested with the checker as judge.
 */
export function checkAllocation(input: MarketInput, claimed: ClaimedResult): readonly Violation[] {
  const market = numberAgain(input);
  const matching =
    claimed.matching === undefined && claimed.cutoffs !== undefined
      ? matchingByCutoffs(market, claimed.cutoffs)
      : claimed.matching;
  return [
    ...(matching === undefined ? [] : checkMatching(market, input, { matching, claimed })),
    ...(claimed.callOrder === undefined ? [] : checkCallOrders(market, input, claimed.callOrder)),
    ...(claimed.dropped === undefined ? [] : checkDropped(input, claimed.dropped)),
  ];
}

function checkMatching(
  market: MarketRead,
  input: MarketInput,
  { matching, claimed }: { readonly matching: unknown; readonly claimed: ClaimedResult },
): readonly Violation[] {
  const places = placesOf(market, input, matching);
  const seated = seatByFillingOrder(market, places.programmes);
  const misplaced = [...places.violations, ...seated.violations];
  const unstable = misplaced.length > 0 ? [] : checkNumbered(market.numbered, seated.admitted).map((one) => withIds(market, one));
  const sound = misplaced.length === 0 && unstable.length === 0;
  return [
    ...misplaced,
    ...unstable,
    ...(claimed.cutoffs === undefined ? [] : checkCutoffs(market, seated.admitted, claimed.cutoffs)),
    ...(sound && claimed.singleStable !== undefined
      ? checkSingleStable(market, { input, admitted: seated.admitted }, claimed.singleStable)
      : []),
  ];
}

/** The programme claimed for every candidate, NO_SEAT when null; whoever is missing, unknown, unlisted or unranked is reported. */
function placesOf(
  market: MarketRead,
  input: MarketInput,
  matching: unknown,
): { readonly programmes: Uint32Array; readonly violations: readonly Violation[] } {
  const programmes = new Uint32Array(market.candidates.length).fill(NO_SEAT);
  if (typeof matching !== 'object' || matching === null || Array.isArray(matching))
    return { programmes, violations: [violation('P1', 'The matching is no object.')] };
  const violations: Violation[] = [];
  for (const [number, candidate] of market.candidates.entries()) {
    const place = entry(matching, candidate);
    if (place === undefined)
      violations.push(violation('P1', 'The result does not say where this candidate goes.', { candidate }));
    if (place === null || place === undefined) continue;
    const programme = market.programmeNumber.get(place as Id);
    if (programme === undefined)
      violations.push(violation('P1', `No programme bears the id ${JSON.stringify(place)}.`, { candidate }));
    else if (!(input.candidates[candidate] as readonly Id[]).includes(place as Id))
      violations.push(violation('P2', 'The candidate did not list this programme.', { programme: place as Id, candidate }));
    else programmes[number] = programme;
  }
  for (const candidate of Object.keys(matching))
    if (!market.candidateNumber.has(candidate)) violations.push(violation('P1', 'No candidate bears this id.', { candidate }));
  return { programmes, violations };
}

/** Seats the admitted block by block, best first, one seat a person; who finds no seat shows that a quota is exceeded (P1) or a rank missing (R1). */
function seatByFillingOrder(
  market: MarketRead,
  programmes: Uint32Array,
): { readonly admitted: Uint32Array; readonly violations: readonly Violation[] } {
  const admitted = new Uint32Array(market.candidates.length).fill(NO_SEAT);
  for (const [block, list] of market.lists.entries()) {
    const programme = market.programmeOf[block];
    let free = market.numbered.capacity[block] as number;
    for (let place = 0; place < list.length && free > 0; place += 1) {
      const candidate = list[place] as number;
      if (candidate === NO_SEAT || programmes[candidate] !== programme || admitted[candidate] !== NO_SEAT) continue;
      admitted[candidate] = block;
      free -= 1;
    }
  }
  const violations: Violation[] = [];
  for (const [candidate, programme] of programmes.entries())
    if (programme !== NO_SEAT && admitted[candidate] === NO_SEAT) violations.push(withoutSeat(market, candidate, programme));
  return { admitted, violations };
}

function withoutSeat(market: MarketRead, candidate: number, programme: number): Violation {
  const where = { programme: market.programmes[programme] as Id, candidate: market.candidates[candidate] as Id };
  const lists = market.lists.slice(market.firstBlock[programme], market.firstBlock[programme + 1]);
  return lists.some((list) => list.includes(candidate))
    ? violation('P1', 'Admitted beyond the seats that could take this candidate.', where)
    : violation('R1', 'Admitted without being ranked.', where);
}

/** Numbers of a report turned back into ids; it names both, since nobody seated here is beyond the seats. */
function withIds(market: MarketRead, one: Violation): Violation {
  const programme = market.programmes[market.programmeOf[Number(one.programme)] as number] as Id;
  return { ...one, programme, candidate: market.candidates[Number(one.candidate)] as Id };
}

function checkCallOrders(market: MarketRead, input: MarketInput, claimed: unknown): readonly Violation[] {
  const rated = market.programmes.filter((id) => (input.programmes[id]?.minRates ?? []).length > 0);
  const orderOf = (id: Id) => (market.reads[market.programmeNumber.get(id) as number] as MarketRead['reads'][number]).order;
  const strangers = keysOf(claimed).filter((id) => !market.programmeNumber.has(id));
  const wanted = new Set([...rated, ...keysOf(claimed).filter((id) => market.programmeNumber.has(id))]);
  return [
    ...[...wanted].flatMap((id) => checkCallOrder(entry(claimed, id), orderOf(id), { programme: id })),
    ...strangers.map((programme) => violation('R2', 'No programme bears this id.', { programme })),
  ];
}
