import { checkDocument } from '@guichet/allocation/audit/check-document';
import { allocateEqually } from '@guichet/allocation/batch/equal-treatment';
import type { ScoredMarket } from '@guichet/allocation/batch/seal-scores';
import type { Id } from '@guichet/allocation/market/market';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { answer, placed } from '../answers.ts';
import { runs } from '../markets.ts';

const people = ['a', 'b', 'c', 'd', 'e', '__proto__'];
const places = ['P', 'Q', '10'];

const scored = fc
  .tuple(
    fc.tuple(...people.map(() => fc.shuffledSubarray(places))),
    fc.tuple(
      ...places.map(() =>
        fc.record({
          capacity: fc.integer({ min: 0, max: 3 }),
          scores: fc.tuple(...people.map(() => fc.option(fc.integer({ min: -2, max: 3 })))),
        }),
      ),
    ),
  )
  .map(
    ([lists, rules]): ScoredMarket => ({
      candidates: Object.fromEntries(people.map((id, n) => [id, lists[n] as Id[]])),
      programmes: Object.fromEntries(
        places.map((id, n) => [
          id,
          {
            capacity: rules[n]?.capacity as number,
            scores: Object.fromEntries(
              people.flatMap((who, k) => (rules[n]?.scores[k] == null ? [] : [[who, rules[n]?.scores[k] as number]])),
            ),
          },
        ]),
      ),
    }),
  );

const entryOf = <Value>(record: Readonly<Record<Id, Value>>, id: Id) => (Object.hasOwn(record, id) ? record[id] : undefined);

describe('ties (R1)', () => {
  test('R1 limits and matching are the lowest that hold, over all vectors of limits', () => {
    fc.assert(
      fc.property(scored, fc.constantFrom('H' as const, 'L' as const), (market, policy) => {
        const { matching, limits } = allocateEqually(market, policy);
        const holding = allLimits(market).filter((vector) => holds(market, vector, policy));
        expect(holding.length).toBeGreaterThan(0);
        const mine = places.map((id) => asNumber(limits.get(id)));
        expect(holding).toContainEqual(mine);
        for (const vector of holding)
          for (const [n] of places.entries()) expect(mine[n]).toBeLessThanOrEqual(vector[n] as number);
        expect(matching).toEqual(matchedBy(market, mine));
      }),
      runs(300),
    );
  });

  test('R1 nobody is worse off under L than under any strict tie-break, nor under that than under H', () => {
    fc.assert(
      fc.property(scored, fc.shuffledSubarray(people, { minLength: people.length }), (market, order) => {
        const strict = placed({
          candidates: market.candidates,
          programmes: Object.fromEntries(
            Object.entries(market.programmes).map(([id, { capacity, scores }]) => [
              id,
              {
                capacity,
                ranking: order
                  .filter((who) => Object.hasOwn(scores, who))
                  .toSorted((x, y) => (entryOf(scores, y) as number) - (entryOf(scores, x) as number)),
              },
            ]),
          ),
        });
        const [higher, lower] = [allocateEqually(market, 'H').matching, allocateEqually(market, 'L').matching];
        for (const id of people) {
          const list = entryOf(market.candidates, id) as readonly Id[];
          const place = (where: Id | null | undefined) => (where == null ? list.length : list.indexOf(where));
          expect(place(lower.get(id))).toBeLessThanOrEqual(place(entryOf(strict, id)));
          expect(place(entryOf(strict, id))).toBeLessThanOrEqual(place(higher.get(id)));
        }
      }),
      runs(600),
    );
  });

  test('R1 the checker agrees with every result, and finds every limit moved', () => {
    fc.assert(
      fc.property(scored, (market) => {
        const document = { kind: 'ties', ...market };
        const result = answer(document) as unknown as {
          readonly limits: Readonly<Record<'H' | 'L', Readonly<Record<Id, unknown>>>>;
        };
        expect(checkDocument(document, result)).toEqual({ violations: [], refusedInput: [] });
        for (const policy of ['H', 'L'] as const)
          for (const id of places) {
            const moved = {
              ...result,
              limits: {
                ...result.limits,
                [policy]: { ...result.limits[policy], [id]: result.limits[policy][id] === 'nobody' ? null : 'nobody' },
              },
            };
            expect(checkDocument(document, moved).violations.length).toBeGreaterThan(0);
          }
      }),
      runs(300),
    );
  });
});

const asNumber = (limit: unknown): number =>
  limit === null ? Number.NEGATIVE_INFINITY : limit === 'nobody' ? Number.POSITIVE_INFINITY : (limit as number);

function allLimits(market: ScoredMarket): readonly (readonly number[])[] {
  return places.reduce<readonly (readonly number[])[]>(
    (vectors, id) => {
      const values = [
        Number.NEGATIVE_INFINITY,
        ...new Set(Object.values(market.programmes[id]?.scores ?? {})),
        Number.POSITIVE_INFINITY,
      ];
      return vectors.flatMap((vector) => values.map((value) => [...vector, value]));
    },
    [[]],
  );
}

function matchedBy(market: ScoredMarket, vector: readonly number[]): ReadonlyMap<Id, Id | null> {
  const clears = (id: Id, programme: Id) =>
    (entryOf(market.programmes[programme]?.scores ?? {}, id) ?? Number.NaN) >= (vector[places.indexOf(programme)] as number);
  return new Map(
    Object.entries(market.candidates).map(([id, list]) => [id, list.find((programme) => clears(id, programme)) ?? null]),
  );
}

function holds(market: ScoredMarket, vector: readonly number[], policy: 'H' | 'L'): boolean {
  const matching = matchedBy(market, vector);
  return places.every((programme) => {
    const { capacity, scores } = market.programmes[programme] as ScoredMarket['programmes'][string];
    const own = [...matching].filter(([, place]) => place === programme).map(([id]) => entryOf(scores, id) as number);
    if (own.length === 0) return true;
    return policy === 'H' ? own.length <= capacity : own.filter((score) => score > Math.min(...own)).length < capacity;
  });
}
