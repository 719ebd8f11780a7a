import { allocateNumbered } from '@guichet/allocation/batch/allocate';
import { candidatesPropose, followChain } from '@guichet/allocation/batch/candidates-propose';
import { heldHeaps, loseSeat, takeSeat, worstHeld } from '@guichet/allocation/batch/held-heap';
import { callsByRank } from '@guichet/allocation/batch/programmes-propose';
import { NOWHERE, type NumberedMarket } from '@guichet/allocation/market/market';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { runs } from '../markets.ts';

/** Three candidates who all prefer the first of two programmes of one seat each. */
const three: NumberedMarket = {
  candidates: 3,
  programmes: 2,
  listStart: Uint32Array.of(0, 2, 4, 6),
  list: Uint32Array.of(0, 1, 0, 1, 0, 1),
  rank: Uint32Array.of(3, 1, 2, 2, 1, 3),
  capacity: Uint32Array.of(1, 1),
};

describe('held candidates', () => {
  test('whatever the ranks, the best of each programme are held, the worst of them on top, and seats are lost from the worst', () => {
    const ranks = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 25 });
    fc.assert(
      fc.property(ranks, fc.integer({ min: 1, max: 12 }), (coming, seats) => {
        const heaps = heldHeaps(Uint32Array.of(2, seats, 0));
        const held: number[] = [];
        for (const rank of coming) {
          if (rank >= (heaps.limit[1] as number)) continue;
          const left = worstHeld(heaps, 1);
          heaps.candidates[takeSeat(heaps, 1, rank)] = 1000 + rank;
          if (held.length === seats) expect(left).toBe(1000 + (held.pop() as number));
          else expect(left).toBe(NOWHERE);
          held.push(rank);
          held.sort((a, b) => a - b);
          expect(heaps.limit[1]).toBe(held.length < seats ? NOWHERE : held.at(-1));
        }
        expect(held).toEqual(coming.toSorted((a, b) => a - b).slice(0, seats));
        while (held.length > 0) {
          expect(loseSeat(heaps, 1)).toBe(1000 + (held.pop() as number));
          expect(heaps.limit[1]).toBe(held.at(-1) ?? 0);
        }
        expect([heaps.size[0], heaps.limit[0], heaps.limit[2]]).toEqual([0, NOWHERE, 0]);
      }),
      runs(400),
    );
  });

  test('a programme that lost its last seat holds nobody any more, whoever comes', () => {
    const held = candidatesPropose(three);
    expect(Array.from(held.wish)).toEqual([1, 4, 4]);
    followChain(held, loseSeat(held.heaps, 0));
    expect(held.heaps.limit[0]).toBe(0);
    expect(Array.from(held.wish)).toEqual([1, 4, 6]);
  });

  test('ranked wishes stand by programme and by rank, whatever gaps the ranks have', () => {
    const gaps = { ...three, rank: Uint32Array.of(30, 0, 20, 2, 10, 7) };
    const { start, wish, candidate } = callsByRank(gaps);
    expect([Array.from(start), Array.from(wish), Array.from(candidate)]).toEqual([
      [0, 3, 5],
      [4, 2, 0, 3, 5],
      [2, 1, 0, 1, 2],
    ]);
  });

  test('nobody is placed in an empty market, and more seats than wishes are no trouble', () => {
    const none = new Uint32Array(0);
    expect(
      allocateNumbered({ candidates: 0, programmes: 0, listStart: new Uint32Array(1), list: none, rank: none, capacity: none }),
    ).toEqual(none);
    const wide = { ...three, capacity: Uint32Array.of(NOWHERE, NOWHERE) };
    expect(Array.from(allocateNumbered(wide))).toEqual([0, 0, 0]);
    const unranked = { ...wide, rank: Uint32Array.of(0, 1, 2, 2, 1, 3) };
    expect(Array.from(allocateNumbered(unranked))).toEqual([1, 0, 0]);
  });
});
