import { expect, test } from '@jest/globals';
import { passagesAmiss } from '../../mutants/passages-amiss.ts';
import { twelveVariants } from './twelve.ts';

test('H-22 every passage that a variant replaces stands in its file once, also on days when others are tried', () => {
  expect(twelveVariants).toHaveLength(12);
  expect(passagesAmiss(twelveVariants)).toEqual([]);
});
