import { expect, test } from '@jest/globals';
import { faultsOfReaderProfile } from './reader-profile.ts';

test('a reviewer takes 1 to 500 dossiers, or any number', () => {
  const faults = (largestLoad: number | null) =>
    faultsOfReaderProfile({ isReviewer: true, largestLoad, specialismIds: ['a'] }).map(({ reason }) => reason);
  expect([1, 500, null].flatMap(faults)).toEqual([]);
  expect([0, 501, 1.5, -1].map((each) => faults(each))).toEqual(Array.from({ length: 4 }, () => ['NUMBER_OUT_OF_RANGE']));
});

test('every fault of a profile is told at once', () => {
  const given = { isReviewer: false, largestLoad: 0, specialismIds: ['a', 'b', 'a'] };
  expect(faultsOfReaderProfile(given)).toEqual([
    { reason: 'NOT_A_READER', path: ['readerId'] },
    { reason: 'NUMBER_OUT_OF_RANGE', path: ['largestLoad'] },
    { reason: 'CHOSEN_TWICE', path: ['specialismIds', '2'] },
  ]);
});
