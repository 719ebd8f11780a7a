import type { Id } from '../market/market.ts';
import { entry, keysOf, type Violation, violation, type Where } from './properties.ts';

/** Candidates, and per programme its capacity and scores. */
interface Scored {
  readonly candidates: Readonly<Record<Id, readonly Id[]>>;
  readonly programmes: Readonly<Record<Id, { readonly capacity: number; readonly scores: Readonly<Record<Id, number>> }>>;
}

/** Equal treatment (R1): the lowest limits that hold, found again from nothing by raising whatever must rise, turn by turn. */
export function checkTies(
  input: unknown,
  claimed: { readonly matching?: unknown; readonly limits?: unknown },
): readonly Violation[] {
  return ['H', 'L'].flatMap((policy) => {
    const { limits, places } = lowestLimits(input as Scored, policy === 'L');
    return [
      ...(claimed.matching === undefined
        ? []
        : differences(entry(claimed.matching, policy), places, (candidate) => ({ candidate }))),
      ...(claimed.limits === undefined
        ? []
        : differences(entry(claimed.limits, policy), told(limits), (programme) => ({ programme }))),
    ].map((one) => ({ ...one, explanation: `Policy ${policy}: ${one.explanation}` }));
  });
}

function differences(claimed: unknown, right: ReadonlyMap<Id, unknown>, at: (id: Id) => Where): readonly Violation[] {
  const strangers = keysOf(claimed).filter((id) => !right.has(id));
  const wrong = [...right].filter(([id, value]) => entry(claimed, id) !== value);
  return [
    ...wrong.map(([id, value]) =>
      violation('R1', `${JSON.stringify(value)} is right, not ${JSON.stringify(entry(claimed, id) ?? null)}.`, at(id)),
    ),
    ...strangers.map((id) => violation('R1', 'Nobody bears this id.', at(id))),
  ];
}

/** A limit per programme: the lowest score that may enter, minus infinity before it was ever raised. */
function lowestLimits({ candidates, programmes }: Scored, whole: boolean) {
  const limits = new Map<Id, number>(Object.keys(programmes).map((id) => [id, Number.NEGATIVE_INFINITY]));
  const scores = new Map(Object.entries(programmes).map(([id, programme]) => [id, new Map(Object.entries(programme.scores))]));
  const scoreAt = (programme: Id, candidate: Id) => (scores.get(programme) as ReadonlyMap<Id, number>).get(candidate);
  for (;;) {
    const places = new Map<Id, Id | null>();
    const admitted = new Map<Id, number[]>([...limits.keys()].map((id) => [id, []]));
    for (const [candidate, list] of Object.entries(candidates)) {
      const place = list.find((id) => (scoreAt(id, candidate) ?? Number.NaN) >= (limits.get(id) as number));
      places.set(candidate, place ?? null);
      if (place !== undefined) (admitted.get(place) as number[]).push(scoreAt(place, candidate) as number);
    }
    const rising = [...admitted].filter(
      ([id, own]) => own.length > 0 && tooMany(own, (programmes[id] as { capacity: number }).capacity, whole),
    );
    if (rising.length === 0) return { limits, places };
    for (const [id, own] of rising) limits.set(id, next([...(scores.get(id) as ReadonlyMap<Id, number>).values()], least(own)));
  }
}

const least = (values: readonly number[]) => values.reduce((low, value) => Math.min(low, value));

/** H: more than the seats. L: the seats are full without the last group. */
function tooMany(own: readonly number[], capacity: number, whole: boolean): boolean {
  const last = least(own);
  return whole ? own.filter((score) => score > last).length >= capacity : own.length > capacity;
}

const next = (values: readonly number[], above: number): number =>
  values.reduce((low, value) => (value > above ? Math.min(low, value) : low), Number.POSITIVE_INFINITY);

const told = (limits: ReadonlyMap<Id, number>): ReadonlyMap<Id, unknown> =>
  new Map(
    [...limits].map(([id, limit]) => [
      id,
      limit === Number.NEGATIVE_INFINITY ? null : limit === Number.POSITIVE_INFINITY ? 'nobody' : limit,
    ]),
  );
