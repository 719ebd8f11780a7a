import { checkDocument } from '@guichet/allocation/audit/check-document';
import type { MarketInput } from '@guichet/allocation/market/market';
import { describe, expect, test } from '@jest/globals';
import { answer } from '../answers.ts';

/** Each violation as property, programme and candidate. */
const places = (document: object, result: unknown) =>
  checkDocument(document, result).violations.map(({ property, programme, candidate }) => [property, programme, candidate]);
const market = {
  candidates: { a: ['P', 'Q'], b: ['P', 'Q'], c: ['Q'] },
  programmes: { P: { capacity: 1, ranking: ['a', 'b'] }, Q: { capacity: 1, ranking: ['c', 'a', 'b'] } },
} as const satisfies MarketInput;
const right = answer(market);

describe('each claim is judged alone, and only what is claimed', () => {
  test('P2 cutoffs alone rebuild the matching: a wrong one is found by it and beside it', () => {
    const withLast = (lastRank: unknown) => ({
      ...right.cutoffs,
      P: { ...right.cutoffs['P'], blocks: [{ name: 'open', seats: 1, filled: 1, lastRank }] },
    });
    expect(places(market, { cutoffs: withLast(1) })).toEqual([]);
    expect(places(market, { cutoffs: withLast(2) })).toEqual([
      ['P1', 'P', 'b'],
      ['P2', 'P', null],
    ]);
    for (const none of [0, '1', undefined, [], {}])
      expect(places(market, { cutoffs: withLast(none) })).toEqual([
        ['P2', 'P', 'a'],
        ['P2', 'P', 'b'],
        ['P2', 'P', null],
      ]);
    for (const none of [null, 3, 'PQ']) expect(places(market, { cutoffs: none })).not.toEqual([]);
  });

  test('P3 nothing is said of other stable matchings beside a matching that is wrong itself', () => {
    const singleStable = !right.singleStable;
    expect(places(market, { matching: right.matching, singleStable })).toEqual([['P3', null, null]]);
    expect(places(market, { matching: { ...right.matching, a: null }, singleStable })).toEqual([
      ['P2', 'P', 'a'],
      ['P2', 'P', 'b'],
    ]);
    expect(places(market, { matching: { ...right.matching, b: 'X' }, singleStable })).toEqual([['P1', null, 'b']]);
  });

  test('P3 two people who would swap make no other stable matching where one of the two programmes has a seat left', () => {
    const crossed = (seats: number) => ({
      candidates: { a: ['P', 'Q'], b: ['Q', 'P'] },
      programmes: { P: { capacity: 1, ranking: ['b', 'a'] }, Q: { capacity: seats, ranking: ['a', 'b'] } },
    });
    for (const [seats, single] of [
      [1, false],
      [2, true],
    ] as const) {
      expect(answer(crossed(seats)).singleStable).toBe(single);
      expect(places(crossed(seats), { matching: { a: 'P', b: 'Q' }, singleStable: single })).toEqual([]);
      expect(places(crossed(seats), { matching: { a: 'P', b: 'Q' }, singleStable: !single })).toEqual([['P3', null, null]]);
    }
  });

  test('P1 R1 with pools, who is ranked in one of them is beyond the seats, who is ranked in none is not ranked', () => {
    const pools = {
      candidates: { a: ['P'], b: ['P'], c: ['P'] },
      programmes: {
        P: {
          capacity: 1,
          ranking: [],
          pools: [
            { name: 'exam', seats: 1, ranking: ['a', 'b'] },
            { name: 'astg3', seats: 0, ranking: [] },
          ],
        },
      },
    };
    expect(places(pools, { matching: { a: 'P', b: null, c: null } })).toEqual([]);
    expect(places(pools, { matching: { a: 'P', b: 'P', c: 'P' } })).toEqual([
      ['P1', 'P', 'b'],
      ['R1', 'P', 'c'],
    ]);
  });

  test('P1 a matching is an object of ids, one complaint when it is not', () => {
    for (const matching of [null, 3, 'abc', ['P', 'P', 'Q']]) expect(places(market, { matching })).toEqual([['P1', null, null]]);
    for (const place of [3, {}, ['P'], true])
      expect(places(market, { matching: { ...right.matching, b: place } })).toEqual([['P1', null, 'b']]);
  });

  test('R2 call orders are asked of programmes with a rate only, and a claim that is no object claims none', () => {
    const rated = {
      ...market,
      groups: { g: ['b'] },
      programmes: { ...market.programmes, P: { ...market.programmes.P, minRates: [{ group: 'g', percent: 50 }] } },
    };
    expect(places(rated, { callOrder: { P: ['b', 'a'] } })).toEqual([]);
    for (const none of [null, 'PQ', 3]) expect(places(rated, { callOrder: none })).toEqual([['R2', 'P', null]]);
  });

  test('R1 what a dirty import left out: of lists, of rankings and of pools, and nobody asks for it when it is not claimed', () => {
    const dirty = {
      dirty: true,
      candidates: { a: ['X', 'P'] },
      programmes: {
        P: {
          capacity: 1,
          ranking: ['z', 'a'],
          pools: [
            { name: 'exam', seats: 1, ranking: ['a', 'y'] },
            { name: 'astg3', seats: 0 },
          ],
        },
      },
    };
    const dropped = [
      { candidate: 'a', programme: 'X', reason: 'unknown-programme' },
      { candidate: 'y', programme: 'P', reason: 'unknown-candidate' },
      { candidate: 'z', programme: 'P', reason: 'unknown-candidate' },
    ];
    expect(places(dirty, { dropped })).toEqual([]);
    expect(places(dirty, { dropped: dropped.toReversed() })).toEqual([]);
    expect(places(dirty, { matching: { a: 'P' } })).toEqual([]);
    for (const wrong of [dropped.slice(1), dropped.with(0, null as never), [...dropped, null], [...dropped, {}], null])
      expect(places(dirty, { dropped: wrong })).toEqual([['R1', null, null]]);
    expect(places(market, { matching: right.matching, dropped: [] })).toEqual([]);
    for (const wrong of ['none', null, {}, dropped]) expect(places(market, { dropped: wrong })).toEqual([['R1', null, null]]);
  });

  test('R1 R9 P12 a claim that should be a list and is none is wrong even where the list is empty', () => {
    const rounds = { kind: 'rounds', mode: 'open', ...market, events: [{ do: 'run' }] };
    const [run] = answer(rounds).perRun;
    expect(run?.autoDropped).toEqual([]);
    for (const none of ['x', null, {}, 3])
      expect(places(rounds, { perRun: [{ ...run, autoDropped: none }] })).toEqual([['P12', null, null]]);
    const days = { kind: 'waiting-list', days: [{ waiting: ['a', 'b'] }] };
    for (const none of ['ab', 3, null]) expect(places(days, { displayedRanks: [none] })).toHaveLength(2);
    const ties = { kind: 'ties', candidates: { a: ['P'] }, programmes: { P: { capacity: 1, scores: { a: 1 } } } };
    expect(places(ties, { limits: 'HL' })).toHaveLength(2);
    expect(places(ties, { matching: { H: 'a', L: { a: 'P' } } })).toEqual([['R1', null, 'a']]);
  });

  test('P12 a variant is judged by its matching or by its cutoffs, whichever is told', () => {
    const document = { ...market, variants: [{ name: 'more', change: { op: 'set-capacity', programme: 'P', capacity: 2 } }, {}] };
    const [more, same] = answer(document).variants as unknown as readonly { name: null; matching: object; cutoffs: object }[];
    expect([more?.matching, same?.matching]).toEqual([{ a: 'P', b: 'P', c: 'Q' }, right.matching]);
    for (const part of ['matching', 'cutoffs'] as const) {
      const told = (...from: readonly (typeof more)[]) =>
        from.map((one, index) => ({ name: index === 0 ? 'more' : null, [part]: one?.[part] }));
      expect(places(document, { variants: told(more, same) })).toEqual([]);
      expect(places(document, { variants: told(same, more) })).not.toEqual([]);
    }
  });

  test('a refused input is no violation: its faults are told, or the refusal is right', () => {
    const bad = { candidates: { a: ['X'] }, programmes: {} };
    expect(checkDocument(bad, { matching: {} })).toEqual({ violations: [], refusedInput: ['a lists an unknown programme'] });
    expect(checkDocument(bad, answer(bad))).toEqual({ violations: [], refusedInput: [] });
    expect(checkDocument(bad, { refused: [] }).refusedInput).toEqual([]);
    expect(checkDocument(market, {})).toMatchObject({ violations: [{ property: 'P12' }], refusedInput: [] });
    expect(checkDocument(market, { refused: [{}] })).toMatchObject({ violations: [{ property: 'R1' }], refusedInput: [] });
  });
});
