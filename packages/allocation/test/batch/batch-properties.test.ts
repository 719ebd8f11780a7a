import { checkDocument } from '@guichet/allocation/audit/check-document';
import type { Id, MarketInput } from '@guichet/allocation/market/market';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { answer, placed } from '../answers.ts';
import { allLists, entryOf, renamed, shuffled } from '../market-changes.ts';
import { markets, runs } from '../markets.ts';
import { isStable, stableMatchings, standing } from './brute-force.ts';

const small = markets({ candidates: 5, programmes: 4, blocks: true });
const plain = markets({ candidates: 6, programmes: 4 });
const rated = markets({ candidates: 6, programmes: 4, rates: true });
const rich = markets({ candidates: 9, programmes: 5, blocks: true, rates: true });

/** With rates, the call order is the ranking. */
function withCallOrders(market: MarketInput): MarketInput {
  const { callOrder = {} } = answer(market);
  const ranked = Object.entries(market.programmes).map(([id, rules]) => [
    id,
    { ...rules, minRates: [], ranking: callOrder[id] ?? rules.ranking },
  ]);
  return { ...market, programmes: Object.fromEntries(ranked) };
}

const everybodyAtLeast = (market: MarketInput, better: ReturnType<typeof placed>, worse: ReturnType<typeof placed>) =>
  Object.keys(market.candidates).every((id) => standing(market, better, id) <= standing(market, worse, id));

describe('batch', () => {
  test('P1 P2 P3 the result is the stable matching that is best for everybody, by trying all', () => {
    fc.assert(
      fc.property(small, (market) => {
        const result = placed(market);
        expect(isStable(market, result)).toBe(true);
        for (const other of stableMatchings(market)) expect(everybodyAtLeast(market, result, other)).toBe(true);
      }),
      runs(600),
    );
  });

  test('P1 P2 P3 with minimum rates the call order takes the place of the ranking', () => {
    fc.assert(
      fc.property(rated, (market) => {
        const ordered = withCallOrders(market);
        expect(placed(market)).toEqual(placed(ordered));
        expect(isStable(ordered, placed(market))).toBe(true);
      }),
      runs(500),
    );
  });

  test('P3 no improving cycle: the checker accepts every result of the engine', () => {
    fc.assert(
      fc.property(rich, (market) => {
        expect(checkDocument(market, answer(market))).toEqual({ violations: [], refusedInput: [] });
      }),
      runs(1500),
    );
  });

  test('P4 no other list gives a candidate better', () => {
    fc.assert(
      fc.property(markets({ candidates: 5, programmes: 3, blocks: true, rates: true }), (market) => {
        const honest = placed(market);
        for (const id of Object.keys(market.candidates))
          for (const list of allLists(Object.keys(market.programmes))) {
            const other = placed({ ...market, candidates: { ...market.candidates, [id]: list } });
            const own = market.candidates[id] as readonly Id[];
            const place = other[id] ?? null;
            const gained = place === null || !own.includes(place) ? own.length : own.indexOf(place);
            expect(gained).toBeGreaterThanOrEqual(standing(market, honest, id));
          }
      }),
      runs(150),
    );
  });

  test('P5 the order of keys means nothing, to the byte', () => {
    fc.assert(
      fc.property(rich, fc.integer(), (market, seed) => {
        expect(JSON.stringify(answer(shuffled(market, seed)))).toBe(JSON.stringify(answer(market)));
      }),
      runs(300),
    );
  });

  test('P5 ids renamed to hostile ones change nothing else', () => {
    const hostile = ['__proto__', 'constructor', 'toString', '10', '9', '', ' ', 'é', 'e\u0301', '🎓', 'x'.repeat(10_000)];
    fc.assert(
      fc.property(markets({ candidates: 9, programmes: 5, blocks: true, rates: true }), (market) => {
        const people = new Map(Object.keys(market.candidates).map((id, number) => [id, hostile[number] as Id]));
        const places = new Map(Object.keys(market.programmes).map((id, number) => [id, hostile[10 - number] as Id]));
        const result = placed(market);
        const other = placed(renamed(market, people, places));
        for (const [id, name] of people)
          expect(entryOf(other, name)).toBe(result[id] === null ? null : places.get(result[id] as Id));
        const document = renamed(market, people, places);
        expect(checkDocument(document, answer(document)).violations).toEqual([]);
      }),
      runs(300),
    );
  });

  test('P6 a seat added never hurts a candidate', () => {
    fc.assert(
      fc.property(rated, (market) => {
        for (const [id, rules] of Object.entries(market.programmes)) {
          const more = placed({
            ...market,
            programmes: { ...market.programmes, [id]: { ...rules, capacity: (rules.capacity as number) + 1 } },
          });
          expect(everybodyAtLeast(market, more, placed(market))).toBe(true);
        }
      }),
      runs(300),
    );
  });

  test('P6 somebody leaving, the place in every call order kept, never hurts the others', () => {
    fc.assert(
      fc.property(rich, (market) => {
        for (const id of Object.keys(market.candidates)) {
          const without = { ...market, candidates: { ...market.candidates, [id]: [] } };
          const others = {
            ...market,
            candidates: Object.fromEntries(Object.entries(market.candidates).filter(([other]) => other !== id)),
          };
          expect(everybodyAtLeast(others, placed(without), placed(market))).toBe(true);
        }
      }),
      runs(300),
    );
  });

  test('P6 where a call order is computed anew, leaving can hurt', () => {
    const market = {
      candidates: { m1: ['P'], n1: ['P'], m2: ['P'] },
      programmes: { P: { capacity: 1, ranking: ['m1', 'n1', 'm2'], minRates: [{ group: 'm', percent: 50 }] } },
      groups: { m: ['m1', 'm2'] },
      variants: [{ name: 'm1 leaves', change: { op: 'remove-candidate', candidate: 'm1' } }],
    };
    expect(answer(market).callOrder['P']).toEqual(['m1', 'n1', 'm2']);
    expect(answer(market).variants[0]?.matching).toEqual({ n1: null, m2: 'P' });
  });

  test('P7 the same people are unplaced and the same seats filled in every stable matching', () => {
    fc.assert(
      fc.property(plain, (market) => {
        const result = placed(market);
        const filled = (places: typeof result, programme: Id) =>
          Object.values(places).filter((place) => place === programme).length;
        for (const other of [placed(market, 'programmes'), ...stableMatchings(market)]) {
          for (const id of Object.keys(market.candidates)) expect(other[id] === null).toBe(result[id] === null);
          for (const id of Object.keys(market.programmes)) expect(filled(other, id)).toBe(filled(result, id));
        }
      }),
      runs(300),
    );
  });

  test('singleStable tells whether brute force finds one stable matching or more', () => {
    fc.assert(
      fc.property(plain, (market) => {
        expect(answer(market).singleStable).toBe(stableMatchings(market).length === 1);
      }),
      runs(400),
    );
  });

  test('programmes proposing give the worst stable matching for everybody', () => {
    fc.assert(
      fc.property(plain, (market) => {
        const result = placed(market, 'programmes');
        expect(isStable(market, result)).toBe(true);
        for (const other of stableMatchings(market)) expect(everybodyAtLeast(market, other, result)).toBe(true);
      }),
      runs(300),
    );
  });

  test('cutoffs alone rebuild the matching', () => {
    fc.assert(
      fc.property(rich, (market) => {
        const { cutoffs } = answer(market);
        expect(checkDocument(market, { cutoffs })).toEqual({ violations: [], refusedInput: [] });
      }),
      runs(500),
    );
  });
});
