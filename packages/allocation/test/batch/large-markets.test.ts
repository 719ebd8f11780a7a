import { checkDocument } from '@guichet/allocation/audit/check-document';
import { checkNumbered } from '@guichet/allocation/audit/check-numbered';
import { allocateNumbered } from '@guichet/allocation/batch/allocate';
import { programmesPropose } from '@guichet/allocation/batch/programmes-propose';
import { type MarketInput, NOWHERE, type NumberedMarket } from '@guichet/allocation/market/market';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { answer, placed, sealed } from '../answers.ts';
import { markets, runs } from '../markets.ts';

/** Forty people for six programmes of up to eight seats: heaps three levels deep, long chains. */
const large = markets({ candidates: 40, programmes: 6, seats: 8 }).filter(
  ({ candidates }) => Object.keys(candidates).length > 25,
);

describe('larger markets', () => {
  test('P1 P2 P3 the checker accepts the batch result and what it says of other stable matchings', () => {
    fc.assert(
      fc.property(large, (market) => {
        expect(checkDocument(market, answer(market))).toEqual({ violations: [], refusedInput: [] });
      }),
      runs(100),
    );
  });

  test('P11 rounds by automatic reply are programme-proposing acceptance, and the slow textbook agrees', () => {
    fc.assert(
      fc.property(large, (market) => {
        const { holdings } = answer({
          kind: 'rounds',
          mode: 'open',
          ...market,
          auto: Object.keys(market.candidates),
          events: [{ do: 'run' }],
        });
        const alone = Object.fromEntries(Object.entries(holdings).map(([id, places]) => [id, places[0] ?? null]));
        expect(alone).toEqual(placed(market, 'programmes'));
        expect(alone).toEqual(programmesByTextbook(market));
      }),
      runs(100),
    );
  });

  test('ranks of zero on a numbered market are refusals, and capacities beyond everybody are no trouble', () => {
    fc.assert(
      fc.property(large, fc.array(fc.boolean(), { minLength: 240, maxLength: 240 }), (market, erased) => {
        const { numbered } = sealed(market);
        const capacity = numbered.capacity.map((seats, programme) => (programme === 0 ? 1_000_000 : seats));
        const holes: NumberedMarket = {
          ...numbered,
          capacity,
          rank: numbered.rank.map((rank, wish) => (erased[wish % 240] ? 0 : rank)),
        };
        const admitted = allocateNumbered(holes);
        expect(checkNumbered(holes, admitted)).toEqual([]);
        const worst = programmesPropose(holes);
        for (let candidate = 0; candidate < holes.candidates; candidate += 1)
          expect((worst[candidate] === NOWHERE) === (admitted[candidate] === NOWHERE)).toBe(true);
      }),
      runs(60),
    );
  });

  test.each(['forwards', 'backwards'])(
    'P5 a chain of three thousand displacements running %s through the candidates ends the same',
    (way) => {
      const size = 3_000;
      const programmeOf = (candidate: number) => (way === 'forwards' && candidate < size - 1 ? size - 2 - candidate : candidate);
      const admitted = allocateNumbered(chain(size, programmeOf));
      expect(admitted).toEqual(Uint32Array.from({ length: size }, (_, candidate) => programmeOf(candidate)));
    },
  );
});

/** Everybody prefers the programme after their own, which prefers its own: the last comer moves all others back to their own. */
function chain(size: number, programmeOf: (candidate: number) => number): NumberedMarket {
  const lists = Array.from({ length: size }, (_, candidate) => {
    const own = programmeOf(candidate);
    return own === size - 1
      ? [{ programme: own, rank: 1 }]
      : [
          { programme: own + 1, rank: 2 },
          { programme: own, rank: 1 },
        ];
  });
  const listStart = new Uint32Array(size + 1);
  for (const [candidate, list] of lists.entries()) listStart[candidate + 1] = (listStart[candidate] as number) + list.length;
  return {
    candidates: size,
    programmes: size,
    listStart,
    list: Uint32Array.from(lists.flat(), ({ programme }) => programme),
    rank: Uint32Array.from(lists.flat(), ({ rank }) => rank),
    capacity: new Uint32Array(size).fill(1),
  };
}

/** Programmes call one candidate at a time, the state recomputed from nothing after each. */
function programmesByTextbook(market: MarketInput): Readonly<Record<string, string | null>> {
  const places = new Map<string, string | null>(Object.keys(market.candidates).map((id) => [id, null]));
  const called = new Set<string>();
  for (let moved = true; moved; ) {
    moved = false;
    for (const [programme, { capacity = 0, ranking }] of Object.entries(market.programmes)) {
      const held = [...places.values()].filter((place) => place === programme).length;
      const next = ranking.find((id) => market.candidates[id]?.includes(programme) && !called.has(`${programme} ${id}`));
      if (held >= capacity || next === undefined) continue;
      called.add(`${programme} ${next}`);
      moved = true;
      const list = market.candidates[next] as readonly string[];
      const has = places.get(next) ?? null;
      if (has === null || list.indexOf(programme) < list.indexOf(has)) places.set(next, programme);
    }
  }
  return Object.fromEntries(places);
}
