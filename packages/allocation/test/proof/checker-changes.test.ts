import { changedInput } from '@guichet/allocation/audit/changed-input';
import { applyChanges, type Change } from '@guichet/allocation/market/apply-change';
import type { MarketInput } from '@guichet/allocation/market/market';
import { isRefusal } from '@guichet/allocation/market/objections';
import { describe, expect, test } from '@jest/globals';

const market: MarketInput = {
  candidates: { a: ['P', 'Q'], b: ['P'] },
  programmes: {
    P: { capacity: 1, ranking: ['a', 'b'], school: 'S' },
    Q: {
      capacity: 2,
      ranking: ['b', 'a'],
      pools: [
        { name: 'exam', seats: 1, ranking: ['a', 'b'] },
        { name: 'astg3', seats: 1 },
      ],
    },
  },
  groups: { g: ['b'] },
};
/** What a change makes of the market, by the engine's hand and by the checker's; undefined when it cannot be made. */
function changed(...changes: readonly unknown[]): MarketInput | undefined {
  const made = applyChanges(market, changes as readonly Change[]);
  const again = changedInput(market, changes);
  expect(again).toEqual(isRefusal(made) ? undefined : made);
  return again;
}
const { P, Q } = market.programmes;
const reasons = (change: unknown) => {
  const made = applyChanges(market, [change as Change]);
  return isRefusal(made) ? made.refused.map(({ reason, path }) => `${reason} ${path}`) : [];
};

describe('what-if changes, made by engine and checker alike', () => {
  test('one part of a programme is set and all else stays as it was', () => {
    const reserved = [{ group: 'g', seats: 1 }];
    expect(changed({ op: 'set-capacity', programme: 'P', capacity: 3 })).toEqual({
      ...market,
      programmes: { P: { ...P, capacity: 3 }, Q },
    });
    expect(changed({ op: 'set-ranking', programme: 'P', ranking: ['b'] })?.programmes).toEqual({
      P: { ...P, ranking: ['b'] },
      Q,
    });
    expect(changed({ op: 'set-reserved', programme: 'P', reserved })?.programmes).toEqual({ P: { ...P, reserved }, Q });
  });

  test('a candidate is inserted first, between two and last, and nowhere beyond', () => {
    const at = (rank: unknown) => ({ op: 'insert-in-ranking', programme: 'P', candidate: 'c', rank });
    const rankings = [1, 2, 3].map((rank) => changed(at(rank))?.programmes['P']?.ranking);
    expect(rankings).toEqual([
      ['c', 'a', 'b'],
      ['a', 'c', 'b'],
      ['a', 'b', 'c'],
    ]);
    expect(changed(at(2))?.programmes['Q']).toEqual(Q);
    for (const rank of [0, -1, 4, 1.5, '1', null, undefined]) {
      expect(changed(at(rank))).toBeUndefined();
      expect(reasons(at(rank))).toEqual(['bad-rank /change/0/rank']);
    }
  });

  test('a list is added for somebody new, and replaced for somebody known', () => {
    expect(changed({ op: 'add-candidate', candidate: 'c', list: ['Q'] })).toEqual({
      ...market,
      candidates: { ...market.candidates, c: ['Q'] },
    });
    expect(changed({ op: 'set-list', candidate: 'b', list: ['Q'] })).toEqual({
      ...market,
      candidates: { a: ['P', 'Q'], b: ['Q'] },
    });
  });

  test('a choice leaves one list, a candidate leaves every list and ranking', () => {
    expect(changed({ op: 'remove-choice', candidate: 'a', programme: 'P' })).toEqual({
      ...market,
      candidates: { a: ['Q'], b: ['P'] },
    });
    expect(changed({ op: 'remove-candidate', candidate: 'a' })).toEqual({
      ...market,
      candidates: { b: ['P'] },
      programmes: {
        P: { ...P, ranking: ['b'] },
        Q: {
          ...Q,
          ranking: ['b'],
          pools: [
            { name: 'exam', seats: 1, ranking: ['b'] },
            { name: 'astg3', seats: 1 },
          ],
        },
      },
    });
  });

  test('changes are made one after another', () => {
    const all = changed(
      { op: 'add-candidate', candidate: 'c', list: ['P'] },
      { op: 'set-list', candidate: 'c', list: ['P', 'Q'] },
      { op: 'remove-choice', candidate: 'c', programme: 'P' },
    );
    expect(all?.candidates).toEqual({ ...market.candidates, c: ['Q'] });
    expect(changed()).toEqual(market);
    expect(changed({ op: 'remove-candidate', candidate: 'a' }, { op: 'set-list', candidate: 'a', list: [] })).toBeUndefined();
  });

  test.each([
    ['null', null, 'malformed /change/0'],
    ['a number', 3, 'malformed /change/0'],
    ['a list', [[]], 'malformed /change/0'],
    ['no operation', {}, 'change-cannot-apply /change/0'],
    ['an unknown operation', { op: 'dance', candidate: 'a', programme: 'P' }, 'change-cannot-apply /change/0'],
    ['a programme nobody knows', { op: 'set-capacity', programme: 'X', capacity: 1 }, 'unknown-programme /change/0/programme'],
    [
      'an inherited programme',
      { op: 'set-ranking', programme: 'toString', ranking: [] },
      'unknown-programme /change/0/programme',
    ],
    ['a programme that is no text', { op: 'set-reserved', programme: 3, reserved: [] }, 'unknown-programme /change/0/programme'],
    ['somebody added who is there', { op: 'add-candidate', candidate: 'a', list: [] }, 'change-cannot-apply /change/0'],
    ['somebody added without an id', { op: 'add-candidate', candidate: 3, list: [] }, 'malformed /change/0/candidate'],
    ['the list of nobody', { op: 'set-list', candidate: 'z', list: [] }, 'unknown-candidate /change/0/candidate'],
    ['the list of an id that is no text', { op: 'set-list', candidate: 3, list: [] }, 'unknown-candidate /change/0/candidate'],
    ['a choice of nobody', { op: 'remove-choice', candidate: 'z', programme: 'P' }, 'unknown-candidate /change/0/candidate'],
    ['a choice not listed', { op: 'remove-choice', candidate: 'b', programme: 'Q' }, 'change-cannot-apply /change/0/programme'],
    ['nobody removed', { op: 'remove-candidate', candidate: 'z' }, 'unknown-candidate /change/0/candidate'],
    [
      'an inherited candidate removed',
      { op: 'remove-candidate', candidate: 'toString' },
      'unknown-candidate /change/0/candidate',
    ],
  ])('%s cannot be changed, and the engine says why', (_, change, reason) => {
    expect(changed(change)).toBeUndefined();
    expect(reasons(change)).toEqual([reason]);
  });

  test('an id is a text: a number that is written alike names nobody', () => {
    const numbers: MarketInput = { candidates: { 3: ['7'] }, programmes: { 7: { capacity: 1, ranking: ['3'] } } };
    for (const change of [
      { op: 'set-list', candidate: 3, list: [] },
      { op: 'remove-candidate', candidate: 3 },
      { op: 'remove-choice', candidate: 3, programme: '7' },
      { op: 'set-capacity', programme: 7, capacity: 1 },
    ]) {
      expect(isRefusal(applyChanges(numbers, [change as unknown as Change]))).toBe(true);
      expect(changedInput(numbers, change)).toBeUndefined();
    }
  });

  test('every change that cannot be made is told, each with its place', () => {
    const made = applyChanges(market, [
      { op: 'set-capacity', programme: 'X', capacity: 1 },
      { op: 'set-capacity', programme: 'P', capacity: 1 },
      { op: 'remove-candidate', candidate: 'z' },
    ]);
    expect(isRefusal(made) && made.refused.map(({ path }) => path)).toEqual(['/change/0/programme', '/change/2/candidate']);
  });
});
