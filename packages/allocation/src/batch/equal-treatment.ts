import type { Id } from '../market/market.ts';
import type { ScoredMarket } from './seal-scores.ts';

/** The lowest score admitted: null when never raised, "nobody" when even the highest score had to be refused. */
export type ScoreLimit = number | null | 'nobody';

/** Who is admitted where when equal scores are treated equally, and the score limits that tell it. */
export interface EqualTreatment {
  readonly matching: ReadonlyMap<Id, Id | null>;
  readonly limits: ReadonlyMap<Id, ScoreLimit>;
}

/** The admitted of one programme, by score. `limit` counts the values refused. */
interface Seats {
  readonly capacity: number;
  readonly values: readonly number[];
  readonly placeOf: ReadonlyMap<number, number>;
  readonly admitted: Id[][];
  limit: number;
  lowest: number;
  taken: number;
}

/**
 * Score limits and matching when equals are treated equally (R1). H: never over capacity, the whole last group is refused.
 * L: the last group is taken whole when it was needed to fill the quota. Limits rise only when forced, so the result is the
 * lowest limits that hold, best for every candidate.
 */
export function allocateEqually(market: ScoredMarket, policy: 'H' | 'L'): EqualTreatment {
  const programmes = new Map(
    Object.entries(market.programmes).map(([id, { capacity, scores }]) => [id, noSeatTaken(capacity, Object.values(scores))]),
  );
  const scores = new Map(
    Object.entries(market.programmes).map(([id, programme]) => [id, new Map(Object.entries(programme.scores))]),
  );
  const lists = new Map(Object.entries(market.candidates));
  const next = new Map<Id, number>();
  const seated = new Map<Id, Id | null>();
  const left = [...lists.keys()];
  for (let candidate = left.pop(); candidate !== undefined; candidate = left.pop()) {
    const choice = next.get(candidate) ?? 0;
    const programme = (lists.get(candidate) as readonly Id[])[choice];
    next.set(candidate, choice + 1);
    seated.set(candidate, programme ?? null);
    if (programme === undefined) continue;
    const score = (scores.get(programme) as ReadonlyMap<Id, number>).get(candidate);
    for (const one of score === undefined ? [candidate] : admit(programmes.get(programme) as Seats, { candidate, score, policy }))
      left.push(one);
  }
  return { matching: seated, limits: new Map([...programmes].map(([id, seats]) => [id, limitOf(seats)])) };
}

function noSeatTaken(capacity: number, scores: readonly number[]): Seats {
  const values = [...new Set(scores)].toSorted((a, b) => a - b);
  const placeOf = new Map(values.map((value, place) => [value, place]));
  return { capacity, values, placeOf, admitted: values.map(() => []), limit: 0, lowest: values.length, taken: 0 };
}

/** Admits one more at the programme and returns whoever must look elsewhere. */
function admit(
  seats: Seats,
  { candidate, score, policy }: { readonly candidate: Id; readonly score: number; readonly policy: 'H' | 'L' },
): readonly Id[] {
  const place = seats.placeOf.get(score) as number;
  if (place < seats.limit) return [candidate];
  (seats.admitted[place] as Id[]).push(candidate);
  seats.taken += 1;
  seats.lowest = Math.min(seats.lowest, place);
  const refused: Id[] = [];
  while (seats.taken > 0 && mustRise(seats, policy)) for (const one of raised(seats)) refused.push(one);
  return refused;
}

function mustRise({ taken, capacity, admitted, lowest }: Seats, policy: 'H' | 'L'): boolean {
  return policy === 'H' ? taken > capacity : taken - (admitted[lowest] as Id[]).length >= capacity;
}

/** Raises the limit just above the lowest score admitted. */
function raised(seats: Seats): readonly Id[] {
  const refused = seats.admitted[seats.lowest] as Id[];
  seats.admitted[seats.lowest] = [];
  seats.taken -= refused.length;
  seats.limit = seats.lowest + 1;
  while (seats.lowest < seats.values.length && (seats.admitted[seats.lowest] as Id[]).length === 0) seats.lowest += 1;
  return refused;
}

function limitOf({ limit, values }: Seats): ScoreLimit {
  return limit === 0 ? null : (values[limit] ?? 'nobody');
}
