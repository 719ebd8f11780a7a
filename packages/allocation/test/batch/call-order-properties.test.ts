import { orderByRule } from '@guichet/allocation/audit/check-call-order';
import type { Id } from '@guichet/allocation/market/market';
import { callOrder } from '@guichet/allocation/seats/call-order';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { runs } from '../markets.ts';

const instance = fc.integer({ min: 0, max: 12 }).chain((size) => {
  const ranking = Array.from({ length: size }, (_, number) => `c${number}`);
  const percent = fc.integer({ min: 0, max: 100 });
  return fc.record({
    ranking: fc.constant(ranking),
    groups: fc.record({ a: fc.subarray(ranking), b: fc.subarray(ranking), c: fc.subarray(ranking) }),
    percents: fc.tuple(percent, percent, percent),
  });
});

const membersIn = (order: readonly Id[], group: readonly Id[]) => order.filter((id) => group.includes(id)).length;

describe('call order (R2)', () => {
  test('R2 a rate whose members are all called binds no more, and the next one is met', () => {
    const rates = [
      { group: 'a', percent: 100 },
      { group: 'b', percent: 40 },
    ];
    expect(callOrder(['p', 'n', 'o', 'q'], rates, { a: ['p'], b: ['q'] })).toEqual(['p', 'q', 'n', 'o']);
    expect(callOrder(['n', 'q'], [{ group: 'toString', percent: 100 }], { b: ['q'] })).toEqual(['n', 'q']);
  });

  test('R2 every prefix has its share of members, or none is left behind it', () => {
    fc.assert(
      fc.property(instance, ({ ranking, groups, percents: [percent] }) => {
        const order = callOrder(ranking, [{ group: 'a', percent }], groups);
        for (let k = 1; k <= order.length; k += 1) {
          const members = membersIn(order.slice(0, k), groups.a);
          expect(members >= Math.ceil((percent * k) / 100) || members === groups.a.length).toBe(true);
        }
      }),
      runs(2000),
    );
  });

  test('R2 a member never moves back, a non-member never overtakes and falls no further than the bound', () => {
    fc.assert(
      fc.property(instance, ({ ranking, groups, percents: [percent] }) => {
        const order = callOrder(ranking, [{ group: 'a', percent }], groups);
        for (const [place, id] of ranking.entries()) {
          const now = order.indexOf(id) + 1;
          const rank = place + 1;
          if (groups.a.includes(id)) expect(now).toBeLessThanOrEqual(rank);
          else {
            expect(now).toBeGreaterThanOrEqual(rank);
            if (percent < 100) expect(now).toBeLessThanOrEqual(1 + Math.floor((100 * rank) / (100 - percent)));
          }
        }
      }),
      runs(2000),
    );
  });

  test('R2 among all orders with that guarantee it has the fewest inversions, and is the first by ranks', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 0, max: 6 })
          .chain((size) =>
            fc.tuple(fc.constant(size), fc.subarray(Array.from({ length: size }, (_, n) => n)), fc.integer({ min: 0, max: 100 })),
          ),
        ([size, members, percent]) => {
          const ranking = Array.from({ length: size }, (_, n) => `${n}`);
          const order = callOrder(ranking, [{ group: 'a', percent }], { a: members.map(String) }).map(Number);
          const holds = (other: readonly number[]) =>
            other.every((_, index) => {
              const called = other.slice(0, index + 1).filter((id) => members.includes(id)).length;
              return called * 100 >= percent * (index + 1) || called === members.length;
            });
          for (const other of permutations(size).filter(holds)) {
            expect(inversions(order)).toBeLessThanOrEqual(inversions(other));
            expect(order.join() <= other.join()).toBe(true);
          }
        },
      ),
      runs(120),
    );
  });

  test('R2 several rates, the first winning a conflict, agree with the rule applied position by position', () => {
    fc.assert(
      fc.property(instance, ({ ranking, groups, percents: [a, b, c] }) => {
        const rates = [
          { group: 'a', percent: a },
          { group: 'b', percent: b },
          { group: 'c', percent: c },
        ];
        const order = callOrder(ranking, rates, groups);
        expect(order).toEqual(naive(ranking, rates, groups));
        expect(orderByRule(ranking, rates, groups)).toEqual(order);
      }),
      runs(2000),
    );
  });

  test('R2 a rate met exactly does not bind, and positions count from one', () => {
    expect(callOrder(['n1', 'n2', 'm1', 'm2'], [{ group: 'm', percent: 50 }], { m: ['m1', 'm2'] })).toEqual([
      'm1',
      'n1',
      'm2',
      'n2',
    ]);
    expect(callOrder(['n1', 'n2', 'm1'], [{ group: 'm', percent: 2 }], { m: ['m1'] })).toEqual(['m1', 'n1', 'n2']);
    expect(callOrder(['n1', 'm1'], [{ group: 'm', percent: 0 }], { m: ['m1'] })).toEqual(['n1', 'm1']);
  });
});

function naive(
  ranking: readonly Id[],
  rates: readonly { readonly group: Id; readonly percent: number }[],
  groups: Readonly<Record<Id, readonly Id[]>>,
): readonly Id[] {
  const left = [...ranking];
  const order: Id[] = [];
  while (left.length > 0) {
    const k = order.length + 1;
    const binding = rates.filter(
      ({ group, percent }) =>
        membersIn(left, groups[group] ?? []) > 0 && membersIn(order, groups[group] ?? []) * 100 < percent * k,
    );
    let found: Id | undefined;
    while (found === undefined) {
      found = left.find((id) => binding.every(({ group }) => groups[group]?.includes(id)));
      binding.pop();
    }
    left.splice(left.indexOf(found), 1);
    order.push(found);
  }
  return order;
}

function permutations(size: number): readonly (readonly number[])[] {
  let all: (readonly number[])[] = [[]];
  for (let step = 0; step < size; step += 1)
    all = all.flatMap((one) =>
      Array.from({ length: size }, (_, n) => n)
        .filter((n) => !one.includes(n))
        .map((n) => [...one, n]),
    );
  return all;
}

const inversions = (order: readonly number[]): number =>
  order.reduce((sum, id, index) => sum + order.slice(index + 1).filter((later) => later < id).length, 0);
