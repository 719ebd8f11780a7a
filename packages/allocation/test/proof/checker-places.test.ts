import { checkDocument } from '@guichet/allocation/audit/check-document';
import type { MarketInput } from '@guichet/allocation/market/market';
import { describe, expect, test } from '@jest/globals';
import { answer } from '../answers.ts';

/** Each violation as property, programme and candidate. */
const places = (document: object, result: unknown) =>
  checkDocument(document, result).violations.map(({ property, programme, candidate }) => [property, programme, candidate]);
const market = {
  candidates: { a: ['P', 'Q'], b: ['P', 'Q'], c: ['Q'] },
  groups: { g: ['b'] },
  programmes: {
    P: { capacity: 1, ranking: ['a', 'b'], minRates: [{ group: 'g', percent: 50 }] },
    Q: { capacity: 1, ranking: ['c', 'a'] },
  },
} as const satisfies MarketInput;

describe('a violation names its programme and its candidate', () => {
  test('P1 P2 R1 of a matching', () => {
    const right = answer(market).matching;
    expect(right).toEqual({ a: null, b: 'P', c: 'Q' });
    const { c: _, ...without } = right;
    expect(places(market, { matching: without })).toEqual([['P1', null, 'c']]);
    expect(places(market, { matching: { ...right, a: 'X' } })).toEqual([['P1', null, 'a']]);
    expect(places(market, { matching: { ...right, z: null } })).toEqual([['P1', null, 'z']]);
    expect(places(market, { matching: { ...right, c: 'P' } })).toEqual([['P2', 'P', 'c']]);
    expect(places(market, { matching: { ...right, a: 'P' } })).toEqual([['P1', 'P', 'a']]);
    expect(places(market, { matching: { ...right, b: 'Q' } })).toEqual([['R1', 'Q', 'b']]);
    expect(places(market, { matching: { ...right, b: null } })).toEqual([
      ['P2', 'P', 'a'],
      ['P2', 'P', 'b'],
    ]);
    expect(places(market, { matching: { a: 'P', b: null, c: 'Q' } })).toEqual([['P2', 'P', 'b']]);
    expect(places(market, { matching: { a: 'Q', b: 'P', c: 'Q' } })).toEqual([['P1', 'Q', 'a']]);
  });

  test('P3 of two people who could both have better', () => {
    const crossed = {
      candidates: { a: ['P', 'Q'], b: ['Q', 'P'] },
      programmes: { P: { capacity: 1, ranking: ['b', 'a'] }, Q: { capacity: 1, ranking: ['a', 'b'] } },
    };
    expect(places(crossed, { matching: { a: 'Q', b: 'P' } })).toEqual([['P3', 'P', 'a']]);
    expect(places(crossed, { matching: { a: 'P', b: 'Q' }, singleStable: true })).toEqual([['P3', null, null]]);
    expect(places(crossed, { matching: { a: 'P', b: 'Q' }, singleStable: 'no' })).toEqual([['P3', null, null]]);
    expect(places(crossed, { matching: { a: 'P', b: 'Q' }, singleStable: false })).toEqual([]);
  });

  test('P2 of cutoffs, and a wrong matching beside right cutoffs', () => {
    const { matching, cutoffs } = answer(market);
    expect(places(market, { cutoffs })).toEqual([]);
    const { P, ...others } = cutoffs;
    expect(places(market, { matching, cutoffs: others })).toEqual([['P2', 'P', null]]);
    expect(places(market, { matching, cutoffs: { ...cutoffs, X: P } })).toEqual([['P2', 'X', null]]);
    for (const none of [null, 3]) expect(places(market, { matching, cutoffs: none })).toHaveLength(2);
    expect(places(market, { matching: { ...matching, b: null }, cutoffs })).toContainEqual(['P2', 'P', 'b']);
  });

  test('R2 of call orders: every programme with a rate, each at the first place where it parts from the rule', () => {
    expect(answer(market).callOrder).toEqual({ P: ['b', 'a'] });
    expect(places(market, { callOrder: {} })).toEqual([['R2', 'P', null]]);
    expect(places(market, { callOrder: null })).toEqual([['R2', 'P', null]]);
    expect(places(market, { callOrder: { P: ['a', 'b'] } })).toEqual([['R2', 'P', 'b']]);
    expect(places(market, { callOrder: { P: ['b'] } })).toEqual([['R2', 'P', 'a']]);
    expect(places(market, { callOrder: { P: ['b', 'a', 'c'] } })).toEqual([['R2', 'P', null]]);
    expect(places(market, { callOrder: { P: ['b', 'a'], Q: ['a', 'c'], X: [] } })).toEqual([
      ['R2', 'Q', 'c'],
      ['R2', 'X', null],
    ]);
    const alone = { kind: 'call-order', ranking: ['a', 'b'] };
    expect(places(alone, { callOrder: ['b', 'a'] })).toEqual([['R2', null, 'a']]);
    expect(places(alone, { callOrder: 'ab' })).toEqual([['R2', null, null]]);
  });

  test('R9 P8 of displayed ranks', () => {
    const days = { kind: 'waiting-list', days: [{ waiting: ['a', 'b'], previous: { b: 2 } }] };
    expect(places(days, { displayedRanks: [{ a: 1, b: 2 }] })).toEqual([]);
    expect(places(days, { displayedRanks: [{ a: 2, b: 3 }] })).toEqual([
      ['R9', null, 'a'],
      ['R9', null, 'b'],
      ['P8', null, 'b'],
    ]);
    expect(places(days, { displayedRanks: [{ a: 1, b: 1 }] })).toEqual([['R9', null, 'b']]);
    expect(places(days, { displayedRanks: [{ a: 1, b: 2, c: 3 }] })).toEqual([['R9', null, 'c']]);
    expect(places(days, { displayedRanks: [null] })).toHaveLength(2);
    for (const none of ['ab', [], [{}, {}]]) expect(places(days, { displayedRanks: none })).toEqual([['R9', null, null]]);
  });

  test('R1 of equal treatment: matching and limits, each alone', () => {
    const ties = { kind: 'ties', candidates: { a: ['P'], b: ['P'] }, programmes: { P: { capacity: 1, scores: { a: 2, b: 1 } } } };
    const { matching, limits } = answer(ties) as unknown as Readonly<Record<string, Readonly<Record<string, object>>>>;
    expect(limits).toEqual({ H: { P: 2 }, L: { P: 2 } });
    expect([places(ties, { matching }), places(ties, { limits })]).toEqual([[], []]);
    expect(places(ties, { limits: { ...limits, L: { P: 1 } } })).toEqual([['R1', 'P', null]]);
    expect(places(ties, { limits: { ...limits, L: { P: 2, Q: 1 } } })).toEqual([['R1', 'Q', null]]);
    expect(places(ties, { matching: { ...matching, H: { a: 'P', b: 'P' } } })).toEqual([['R1', null, 'b']]);
    expect(places(ties, { matching: { ...matching, H: { ...matching?.['H'], z: null } } })).toEqual([['R1', null, 'z']]);
    for (const none of [null, 'x', { H: null, L: matching?.['L'] }]) expect(places(ties, { matching: none })).not.toEqual([]);
  });

  test('P12 R1 of variants: their number, their names, what is refused and what is not', () => {
    const document = {
      ...market,
      variants: [
        { name: 'more', change: { op: 'set-capacity', programme: 'P', capacity: 2 } },
        { name: 'none', change: { op: 'set-capacity', programme: 'P', capacity: -1 } },
      ],
    };
    const { variants } = answer(document);
    const [more, none] = variants as unknown as readonly [object, object];
    expect(places(document, { variants })).toEqual([]);
    const oddly = { ...market, variants: [{ name: ['more'] }, { name: null }] };
    expect(places(oddly, { variants: answer(oddly).variants })).toEqual([]);
    for (const other of ['x', [], [more], [more, none, none]])
      expect(places(document, { variants: other })).toEqual([['P12', null, null]]);
    expect(places(document, { variants: [none, more] })).toEqual([
      ['P12', null, null],
      ['P12', null, null],
    ]);
    expect(places(document, { variants: [{ name: 'more' }, none] })).toEqual([['P12', null, null]]);
    expect(
      places(document, {
        variants: [
          { name: 'more', refused: [] },
          { name: 'none', matching: {} },
        ],
      }),
    ).toEqual([
      ['R1', null, null],
      ['R1', null, null],
    ]);
    expect(places(market, { variants: [] })).toEqual([]);
    const [told] = checkDocument(document, {
      variants: [{ name: 'more', matching: { a: null, b: 'P', c: 'Q' } }, none],
    }).violations;
    expect(told).toMatchObject({
      property: 'P2',
      programme: 'P',
      candidate: 'a',
      explanation: expect.stringMatching(/^Variant 1: /),
    });
  });

  test('P1 P8 P9 P10 P12 R9 of rounds', () => {
    const document = {
      kind: 'rounds',
      mode: 'open',
      candidates: { a: ['P'], b: ['P'], c: ['P'] },
      programmes: { P: { capacity: 2, ranking: ['a', 'b', 'c'] } },
      events: [{ do: 'run' }],
    };
    const run = (part: object) => places(document, { perRun: [part] });
    expect(answer(document).perRun[0]?.offers).toEqual({ P: ['a', 'b'] });
    expect(run({ offers: { P: ['a', 'b', 'c'] } })).toEqual([['P1', 'P', 'c']]);
    expect(run({ offers: { P: ['a', 'b', 'b'] } })).toEqual([['P1', 'P', 'b']]);
    expect(run({ offers: { P: ['a', 'c'] } })).toEqual([
      ['P9', 'P', 'c'],
      ['P10', 'P', 'b'],
    ]);
    expect(run({ offers: { P: ['a', 3] } })).toEqual([
      ['P9', 'P', '3'],
      ['P10', 'P', 'b'],
    ]);
    expect(run({ offers: { P: ['b', 'a'] } })).toEqual([['P9', 'P', null]]);
    expect(run({ offers: { P: 'ab' } })).toEqual([
      ['P10', 'P', 'a'],
      ['P10', 'P', 'b'],
    ]);
    expect(run({ offers: null })).toEqual([
      ['P10', 'P', 'a'],
      ['P10', 'P', 'b'],
    ]);
    expect(run({ offers: { P: ['a', 'b'], Q: [] } })).toEqual([['P1', 'Q', null]]);
    expect(run({ autoDropped: [] })).toEqual([]);
    expect(run({ autoDropped: [['a', 'P']] })).toEqual([['P12', null, null]]);
    expect(run({ waitingRank: { P: { c: 1 } } })).toEqual([]);
    expect(run({ waitingRank: { P: { c: 2 } } })).toEqual([['R9', 'P', 'c']]);
    expect(run({ waitingRank: {} })).toEqual([['R9', 'P', null]]);
    expect(run({ waitingRank: { P: { c: 1 }, Q: {} } })).toEqual([['R9', 'Q', null]]);
    expect(run({ lastCalled: { P: 2 } })).toEqual([]);
    expect(run({ lastCalled: { P: 3 } })).toEqual([['R9', 'P', null]]);
    expect(run({ lastCalled: { P: 2, Q: 0 } })).toEqual([['R9', 'Q', null]]);
    expect(places(document, { perRun: [] })).toEqual([['P12', null, null]]);
    expect(places(document, { perRun: 'x' })).toEqual([['P12', null, null]]);
    const holds = (holdings: unknown) => places(document, { holdings });
    expect(holds({ a: ['P'], b: ['P'], c: [] })).toEqual([]);
    expect(holds({ a: ['P'], b: [], c: ['P'] })).toEqual([
      ['P8', null, 'b'],
      ['P12', null, 'c'],
    ]);
    expect(holds({ a: ['P'], b: ['P', 'P'], c: null })).toEqual([
      ['P12', null, 'b'],
      ['P12', null, 'c'],
    ]);
    expect(holds({ a: ['P'], b: ['P'], c: [], d: [] })).toEqual([['P12', null, 'd']]);
    for (const none of [null, 'x']) expect(holds(none)).toHaveLength(3);
  });
});
