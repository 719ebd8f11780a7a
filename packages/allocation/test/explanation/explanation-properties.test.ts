import { allocate } from '@guichet/allocation/batch/allocate';
import { type BlockExplanation, explainRefusal } from '@guichet/allocation/explanation/explain-refusal';
import { seatsNeeded } from '@guichet/allocation/explanation/seats-needed';
import type { Id, MarketInput, ProgrammeInput } from '@guichet/allocation/market/market';
import { isRefusal } from '@guichet/allocation/market/objections';
import { capacityCurve } from '@guichet/allocation/what-if/capacity-curve';
import { roundsNeeded } from '@guichet/allocation/what-if/rounds-needed';
import { scenario } from '@guichet/allocation/what-if/scenario';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { answer, placed, sealed } from '../answers.ts';
import { standing } from '../batch/brute-force.ts';
import { markets, runs } from '../markets.ts';

const plain = markets({ candidates: 7, programmes: 4 });
const rich = markets({ candidates: 7, programmes: 4, blocks: true, rates: true });

/** The same market with seats added to the open block or to one pool. */
function widened(
  market: MarketInput,
  programme: Id,
  { block, more }: { readonly block: string; readonly more: number },
): MarketInput {
  const rules = market.programmes[programme] as ProgrammeInput;
  const pools = (rules.pools ?? []).map((pool) => (pool.name === block ? { ...pool, seats: pool.seats + more } : pool));
  return {
    ...market,
    programmes: {
      ...market.programmes,
      [programme]: { ...rules, capacity: (rules.capacity as number) + more, ...(rules.pools ? { pools } : {}) },
    },
  };
}

const open = (block: Partial<BlockExplanation>) => [{ name: 'open', ...block }];

describe('explanations', () => {
  test('seats needed are the fewest that let the candidate in, tried one by one', () => {
    fc.assert(
      fc.property(rich, (market) => {
        for (const [candidate, list] of Object.entries(market.candidates))
          for (const programme of list) {
            const block = market.programmes[programme]?.pools?.[0]?.name ?? 'open';
            const found = seatsNeeded(sealed(market), candidate, { programme, block });
            const within = (more: number) =>
              standing(market, placed(widened(market, programme, { block, more })), candidate) <= list.indexOf(programme);
            const tried = Array.from({ length: 9 }, (_, more) => more).find(within);
            expect(found).toBe(tried ?? null);
          }
      }),
      runs(150),
    );
  });

  test('a refused wish is explained by its ranks, the last admitted, who stands ahead, and what came instead', () => {
    const market: MarketInput = {
      candidates: { a: ['P', 'Q'], b: ['P', 'Q'], c: ['P'], d: ['Q', 'P'], e: ['P'] },
      programmes: {
        P: { capacity: 1, ranking: ['a', 'd', 'x0', 'b', 'c'].filter((id) => id !== 'x0') },
        Q: { capacity: 2, ranking: ['d', 'b'] },
      },
    };
    const whole = sealed(market);
    const matching = allocate(whole);
    const facts = (candidate: Id, programme: Id, more: object = {}) =>
      explainRefusal(whole, matching, { candidate, programme, ...more });
    expect(facts('c', 'P')).toEqual({
      candidate: 'c',
      programme: 'P',
      reason: 'ranked-behind-last-admitted',
      got: null,
      expiredAt: null,
      blocks: open({ rank: 4, lastRank: 1, reason: 'ranked-behind-last-admitted', distance: 3, aheadWaiting: 1, seatsNeeded: 2 }),
    });
    expect(facts('b', 'P')).toMatchObject({
      reason: 'ranked-behind-last-admitted',
      got: 'Q',
      blocks: open({ rank: 3, distance: 2, aheadWaiting: 0, seatsNeeded: 1 }),
    });
    expect(facts('d', 'P')).toMatchObject({ reason: 'got-higher-choice', got: 'Q', blocks: open({ seatsNeeded: 0 }) });
    expect(facts('e', 'P')).toMatchObject({
      reason: 'not-ranked',
      got: null,
      blocks: open({ rank: null, distance: null, seatsNeeded: null }),
    });
    expect(facts('a', 'P')).toMatchObject({ reason: 'admitted', blocks: open({ rank: 1, lastRank: 1, distance: 0 }) });
    expect(facts('c', 'P', { listClosed: true })?.reason).toBe('list-closed');
    expect(facts('c', 'P', { offerExpiredAt: '2026-07-01T12:00:00Z' })).toMatchObject({
      reason: 'offer-expired',
      expiredAt: '2026-07-01T12:00:00Z',
    });
    expect([facts('c', 'Q'), facts('z', 'P'), facts('c', 'Z')]).toEqual([undefined, undefined, undefined]);
  });

  test('with pools each one is explained, and one that does not rank the candidate says not eligible', () => {
    const market: MarketInput = {
      candidates: { a: ['P'], b: ['P'] },
      programmes: {
        P: {
          capacity: 1,
          ranking: ['a', 'b'],
          pools: [
            { name: 'exam', seats: 1, ranking: ['a', 'b'] },
            { name: 'astg3', seats: 0, ranking: ['a'] },
          ],
        },
      },
    };
    const whole = sealed(market);
    expect(explainRefusal(whole, allocate(whole), { candidate: 'b', programme: 'P' })?.blocks).toEqual([
      { name: 'exam', rank: 2, lastRank: 1, reason: 'ranked-behind-last-admitted', distance: 1, aheadWaiting: 0, seatsNeeded: 1 },
      { name: 'astg3', rank: null, lastRank: 0, reason: 'not-eligible', distance: null, aheadWaiting: 0, seatsNeeded: null },
    ]);
  });
});

describe('what-if', () => {
  test('every point of a capacity curve is the allocation with that many seats', () => {
    fc.assert(
      fc.property(plain, (market) => {
        for (const programme of Object.keys(market.programmes)) {
          const rules = market.programmes[programme] as ProgrammeInput;
          const today = placed(market);
          for (const point of capacityCurve(sealed(market), programme, [5, 0, 3, 1, 2, 9])) {
            const other = { ...market, programmes: { ...market.programmes, [programme]: { ...rules, capacity: point.seats } } };
            const then = placed(other);
            const [line] = answer(other).cutoffs[programme]?.blocks ?? [];
            const people = Object.keys(market.candidates);
            expect(point).toEqual({
              seats: point.seats,
              admitted: line?.filled,
              lastRank: line?.lastRank,
              gained: people.filter((id) => then[id] === programme && today[id] !== programme).length,
              lost: people.filter((id) => then[id] !== programme && today[id] === programme).length,
              better: people.filter((id) => standing(market, then, id) < standing(market, today, id)).length,
              worse: people.filter((id) => standing(market, then, id) > standing(market, today, id)).length,
            });
          }
        }
      }),
      runs(200),
    );
  });

  test('a scenario names own gains and losses and counts those of others', () => {
    const market = sealed({
      candidates: { a: ['P', 'Q'], b: ['P', 'Q'], c: ['Q'] },
      programmes: { P: { capacity: 1, ranking: ['a', 'b'], school: 'S' }, Q: { capacity: 1, ranking: ['b', 'c'] } },
    });
    expect(scenario(market, [{ op: 'set-capacity', programme: 'P', capacity: 2 }], 'S')).toEqual({
      gained: [{ candidate: 'b', programme: 'P' }],
      lost: [],
      others: { gained: 1, lost: 1 },
    });
    expect(scenario(market, [{ op: 'set-capacity', programme: 'P', capacity: 2 }], 'Q')).toMatchObject({
      gained: [{ candidate: 'c', programme: 'Q' }],
      lost: [{ candidate: 'b', programme: 'Q' }],
    });
    expect(isRefusal(scenario(market, [{ op: 'set-capacity', programme: 'Z', capacity: 2 }], 'S'))).toBe(true);
    expect(isRefusal(scenario(market, [{ op: 'set-capacity', programme: 'P', capacity: -2 }], 'S'))).toBe(true);
    expect(capacityCurve(market, 'Z', [1])).toEqual([]);
  });

  test('a chain of n people needs n rounds by hand and one with automatic reply', () => {
    const size = 6;
    const people = Array.from({ length: size }, (_, n) => `c${n}`);
    const market = sealed({
      candidates: Object.fromEntries(people.map((id, n) => [id, n === 0 ? ['P0'] : [`P${n}`, `P${n - 1}`].toReversed()])),
      programmes: Object.fromEntries(
        people.map((_, n) => [
          `P${n}`,
          {
            capacity: 1,
            ranking: [`c${n + 1}`, `c${n}`]
              .filter((id) => people.includes(id))
              .toReversed()
              .toReversed(),
          },
        ]),
      ),
    });
    expect(roundsNeeded(market, { mode: 'open', auto: people }, 5)).toEqual({ rounds: 1, days: 5 });
    expect(roundsNeeded(market, { mode: 'open' }, 5).rounds).toBeGreaterThanOrEqual(1);
  });
});
