import { expect, test } from '@jest/globals';
import { beyondRoom, overloaded, roomOf } from './room.ts';

test('a reader has room for what is left of the largest load, and without a bound for anything', () => {
  expect([
    roomOf({ largestLoad: 5, load: 3 }),
    roomOf({ largestLoad: 5, load: 9 }),
    roomOf({ largestLoad: null, load: 900 }),
  ]).toEqual([2, 0, Number.POSITIVE_INFINITY]);
});

test('only who would have more than they take is overloaded', () => {
  const readers = [
    { name: 'Agnès', largestLoad: 2, load: 3 },
    { name: 'Bruno', largestLoad: 3, load: 3 },
    { name: 'Chloé', largestLoad: null, load: 99 },
  ];
  expect(overloaded(readers)).toEqual([{ reason: 'READER_FULL', reader: 'Agnès', load: 3, largestLoad: 2 }]);
});

test('places beyond the room of a reader are told in the order asked for', () => {
  const taking = ['a', 'b', 'a', 'a'].map((readerId, place) => ({ readerId, place }));
  const beyond = beyondRoom(
    taking,
    new Map([
      ['a', 1],
      ['b', 0],
    ]),
  );
  expect([...beyond].map(({ place }) => place)).toEqual([1, 2, 3]);
});
