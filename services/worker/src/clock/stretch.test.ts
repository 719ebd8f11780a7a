import { describe, expect, test } from '@jest/globals';
import { actsAfter, newRecord } from './stretch.ts';

const looks = (given: readonly (number | string)[], everyMs = 1000) => {
  const record = newRecord();
  return given.map((look, index) => {
    const found = typeof look === 'number' ? { done: look, cause: null } : { done: 0, cause: look };
    return actsAfter(record, found, index * everyMs).map(({ what, done, cause }) =>
      [what, done, cause].filter((part) => part !== null).join(' '),
    );
  });
};

describe('what is written about a job', () => {
  test('is its pass alone while there is nothing to do, and that every fifteen seconds', () => {
    expect(looks([0, 0, 0, 0], 5000)).toEqual([['pass 0'], [], [], ['pass 0']]);
  });

  test('is one stretch from the first thing done to the first look that finds nothing, with the sum', () => {
    expect(looks([0, 1, 1, 1, 0, 0])).toEqual([['pass 0'], ['begin 1'], [], [], ['end 3'], []]);
  });

  test('goes on being written while it lasts', () => {
    expect(looks([2, 2, 2], 6000)).toEqual([['begin 2', 'pass 0'], ['go 4'], ['go 6']]);
  });

  test('is one failure as long as it fails for the same reason, and another for another', () => {
    expect(looks([0, 'E 1', 'E 1', 'E 2', 0])).toEqual([['pass 0'], ['begin 0 E 1'], [], ['begin 0 E 2'], []]);
    expect(looks([0, 1, 'E 1', 1, 0])).toEqual([['pass 0'], ['begin 1'], ['end 1', 'begin 0 E 1'], ['begin 1'], ['end 1']]);
  });
});
