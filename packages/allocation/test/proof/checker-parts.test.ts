import { changedInput } from '@guichet/allocation/audit/changed-input';
import { checkNumbered } from '@guichet/allocation/audit/check-numbered';
import { isSameJson } from '@guichet/allocation/audit/properties';
import type { MarketInput, NumberedMarket } from '@guichet/allocation/market/market';
import { describe, expect, test } from '@jest/globals';

const market: MarketInput = {
  candidates: { a: ['P', 'Q'], b: ['P', 'Q'], c: ['Q'] },
  programmes: { P: { capacity: 1, ranking: ['a', 'b'] }, Q: { capacity: 1, ranking: ['c', 'a'] } },
};

describe('parts of the checker', () => {
  test('P1 R1 numbered arrays: nobody beyond the seats, nobody unlisted or unranked', () => {
    const numbered: NumberedMarket = {
      candidates: 3,
      programmes: 2,
      listStart: Uint32Array.of(0, 1, 2, 4),
      list: Uint32Array.of(0, 0, 0, 1),
      rank: Uint32Array.of(1, 2, 3, 0),
      capacity: Uint32Array.of(1, 1),
    };
    const none = 0xffffffff;
    const told = (...admitted: readonly number[]) =>
      checkNumbered(numbered, Uint32Array.from(admitted)).map(({ property, programme, candidate }) => [
        property,
        programme,
        candidate,
      ]);
    expect(told(0, none, none)).toEqual([]);
    expect(told(0, 0, none)).toEqual([['P1', '0', null]]);
    expect(told(0, 1, none)).toEqual([['R1', '1', '1']]);
    expect(told(0, none, 1)).toEqual([['R1', '1', '2']]);
    expect(told(none, 0, none)).toEqual([['P2', '0', '0']]);
    expect(told(none, none, none)).toEqual([
      ['P2', '0', '0'],
      ['P2', '0', '1'],
      ['P2', '0', '2'],
    ]);
  });

  test('JSON values are the same whatever the order of keys, and no list is an object', () => {
    expect(isSameJson({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
    for (const [one, other] of [
      [null, {}],
      [{}, null],
      [[], {}],
      [{ a: 1 }, { b: 1 }],
      [{ a: 1 }, {}],
      [
        [1, 2],
        [2, 1],
      ],
      [1, '1'],
      ['x', {}],
      [[1], [1, 2]],
    ])
      expect(isSameJson(one, other)).toBe(false);
  });

  test('a change that cannot be made is none', () => {
    const at = (rank: unknown) => ({ op: 'insert-in-ranking', programme: 'Q', candidate: 'b', rank });
    for (const rank of [0, -1, 1.5, '1', 4, null, undefined]) expect(changedInput(market, at(rank))).toBeUndefined();
    const rankings = [1, 2, 3].map((rank) => changedInput(market, at(rank))?.programmes['Q']?.ranking.join(''));
    expect(rankings).toEqual(['bca', 'cba', 'cab']);
    for (const change of [
      null,
      3,
      [[]],
      { op: 'dance', candidate: 'a' },
      { op: 'remove-choice', candidate: 'z', programme: 'P' },
    ])
      expect(changedInput(market, change)).toBeUndefined();
    expect(changedInput(market, { op: 'remove-choice', candidate: 'c', programme: 'P' })).toBeUndefined();
    expect(changedInput(market, { op: 'remove-choice', candidate: 'a', programme: 'P' })?.candidates['a']).toEqual(['Q']);
    for (const candidate of ['a', 3]) expect(changedInput(market, { op: 'add-candidate', candidate, list: [] })).toBeUndefined();
    expect(changedInput(market, { op: 'set-list', candidate: 'z', list: [] })).toBeUndefined();
    expect(changedInput(market, { op: 'remove-candidate', candidate: 'z' })).toBeUndefined();
    for (const op of ['set-capacity', 'set-ranking', 'set-reserved'])
      expect(changedInput(market, { op, programme: 'X', capacity: 1, ranking: [], reserved: [] })).toBeUndefined();
  });

  test('a candidate removed leaves every ranking, those of pools included', () => {
    const pooled = {
      ...market,
      programmes: {
        P: {
          capacity: 1,
          ranking: ['a', 'b'],
          pools: [
            { name: 'x', seats: 1, ranking: ['b', 'a'] },
            { name: 'y', seats: 0 },
          ],
        },
        Q: { capacity: 1, ranking: ['a'] },
      },
    };
    const { candidates, programmes } = changedInput(pooled, { op: 'remove-candidate', candidate: 'a' }) ?? {};
    expect(Object.keys(candidates ?? {})).toEqual(['b', 'c']);
    expect(programmes).toEqual({
      P: {
        capacity: 1,
        ranking: ['b'],
        pools: [
          { name: 'x', seats: 1, ranking: ['b'] },
          { name: 'y', seats: 0 },
        ],
      },
      Q: { capacity: 1, ranking: [] },
    });
  });
});
