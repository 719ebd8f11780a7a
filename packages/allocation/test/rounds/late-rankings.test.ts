import { describe, expect, test } from '@jest/globals';
import { played, run } from './played.ts';

const one = {
  candidates: { a: ['P'], b: ['P'], c: ['P'], d: ['P'], late: ['P'] },
  programmes: { P: { capacity: 1, ranking: ['a', 'b', 'c', 'd'] } },
};
const shown = (document: object, ...events: readonly object[]) =>
  played(document, ...events).perRun.map(({ waitingRank }) => waitingRank['P']);
const called = (document: object, ...events: readonly object[]) =>
  played(document, ...events).perRun.map(({ offers }) => offers['P'] ?? []);
const correct = (ranking: readonly string[], more: object = {}) => ({ do: 'correct', programme: 'P', ranking, ...more });
const late = (rank: number, more: object = {}) => ({ do: 'insert', candidate: 'late', programme: 'P', rank, ...more });
const frees = (candidate: string) => ({ do: 'withdraw', candidate, programme: 'P' });

describe('rankings that change during a campaign (R10, R11)', () => {
  test('R11 a late candidate is called at the rank given, first, between two, or last', () => {
    expect(called(one, late(1), run)).toEqual([['late']]);
    expect(called(one, late(3), run, frees('a'), frees('b'), run)).toEqual([['a'], ['late']]);
    expect(called(one, late(5), run, frees('a'), frees('b'), frees('c'), frees('d'), run)).toEqual([['a'], ['late']]);
  });

  test('R9 who is inserted or ranked anew shows the rank of the next known one behind', () => {
    expect(shown(one, run, late(3), run)).toEqual([
      { b: 1, c: 2, d: 3 },
      { b: 1, late: 2, c: 2, d: 3 },
    ]);
  });

  test('R10 who is left out of a corrected ranking waits no more, and waits again once ranked', () => {
    expect(shown(one, run, correct(['a', 'd', 'c']), run, correct(['a', 'b', 'c', 'd']), run)).toEqual([
      { b: 1, c: 2, d: 3 },
      { d: 1, c: 2 },
      { b: 1, c: 2, d: 1 },
    ]);
  });

  test('R10 an offer made outside the corrected ranking stays', () => {
    expect(played(one, run, correct(['b', 'c']), run).holdings).toEqual({ a: ['P'], b: [], c: [], d: [], late: [] });
  });

  test('R10 in mode ranked a wish ranked again below an offer stays lost', () => {
    const two = {
      mode: 'ranked',
      candidates: { a: ['P', 'Q'], b: ['Q'] },
      programmes: { P: { capacity: 1, ranking: ['a'] }, Q: { capacity: 1, ranking: ['b'] } },
    };
    const anew = { do: 'correct', programme: 'Q', ranking: ['a', 'b'] };
    expect(played(two, run, anew, run).perRun[1]?.waitingRank['Q']).toEqual({});
    expect(played(two, anew, run).holdings).toEqual({ a: ['P'], b: ['Q'] });
    const open = played({ ...two, mode: 'open' }, run, anew, run);
    expect(open.perRun[1]?.waitingRank['Q']).toEqual({ a: 1 });
  });

  const pools = {
    candidates: one.candidates,
    programmes: {
      P: {
        capacity: 2,
        ranking: ['d'],
        pools: [
          { name: 'exam', seats: 1, ranking: ['a', 'b'] },
          { name: 'astg3', seats: 1, ranking: ['c'], fallback: 'exam' },
        ],
      },
    },
  };

  test('R11 a late candidate and a correction enter the pool they name and no other', () => {
    expect(called(pools, late(1, { pool: 'exam' }), run)).toEqual([['late', 'c']]);
    expect(called(pools, late(2, { pool: 'exam' }), run, frees('a'), run)).toEqual([['a', 'c'], ['late']]);
    expect(called(pools, correct(['b'], { pool: 'exam' }), correct([], { pool: 'astg3' }), run)).toEqual([['b']]);
    expect(shown(pools, run, correct(['a', 'late', 'b'], { pool: 'exam' }), run)).toEqual([
      { d: 1, b: 2 },
      { d: 1, late: 2, b: 2 },
    ]);
  });

  test('R11 seats of a pool are set by its name, and a block call counts ranks of the pool', () => {
    expect(called(pools, { do: 'set-target', programme: 'P', target: 2, block: 'exam' }, run)).toEqual([['a', 'b', 'c']]);
    expect(called(pools, { do: 'set-target', programme: 'P', target: 0, block: 'astg3' }, run)).toEqual([['a']]);
    expect(called(pools, { do: 'call-up-to', programme: 'P', rank: 2 }, run)).toEqual([['a', 'b', 'c']]);
  });

  test('R5 a block call goes beyond the target to the rank named, and the target is refilled only once it is passed', () => {
    const reach = { do: 'call-up-to', programme: 'P', rank: 3 };
    expect(called(one, reach, run, frees('a'), run, frees('b'), frees('c'), run)).toEqual([['a', 'b', 'c'], [], ['d']]);
    expect(called({ ...one, programmes: { P: { ...one.programmes.P, callUpTo: 2 } } }, run)).toEqual([['a', 'b']]);
  });

  test('R5 R12 a stopped programme makes no offer, and a closed list has nobody waiting', () => {
    expect(called(one, run, { do: 'stop', programme: 'P' }, frees('a'), run)).toEqual([['a'], []]);
    expect(shown(one, run, { do: 'close', programme: 'P' }, frees('a'), run)).toEqual([{ b: 1, c: 2, d: 3 }, {}]);
  });
});
