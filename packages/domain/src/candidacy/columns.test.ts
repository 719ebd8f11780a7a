import { describe, expect, test } from '@jest/globals';
import { candidacyColumns, columnsOf, columnWords, usualColumns } from './columns.ts';

describe('columns of a list of candidacies', () => {
  test('each has a heading in both languages, and no two the same one', () => {
    for (const locale of ['fr', 'en'] as const) {
      const headings = candidacyColumns.map((column) => columnWords[column][locale]);
      expect(new Set(headings).size).toBe(candidacyColumns.length);
    }
  });

  test('stand as wanted, each once; the usual ones when none are', () => {
    expect(columnsOf(['STATE', 'REFERENCE', 'STATE'])).toEqual(['STATE', 'REFERENCE']);
    expect(columnsOf([])).toEqual(usualColumns);
    expect(columnsOf(null)).toEqual(usualColumns);
  });
});
