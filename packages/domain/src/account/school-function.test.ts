import { describe, expect, test } from '@jest/globals';
import { highestOf, mayOf, type SchoolFunction } from './school-function.ts';

describe('functions in a school', () => {
  const rows: [SchoolFunction[], string][] = [
    [[], ''],
    [['ADMIN'], 'EDIT_NOTICE MANAGE_PEOPLE OPEN_CANDIDACY READ_LIST WORK_QUEUE'],
    [['OFFICER'], 'OPEN_CANDIDACY READ_LIST WORK_QUEUE'],
    [['REVIEWER'], 'READ_ASSIGNED'],
    [['OBSERVER'], 'READ_LIST'],
    [['OBSERVER', 'REVIEWER'], 'READ_ASSIGNED READ_LIST'],
    [['ADMIN', 'REVIEWER'], 'EDIT_NOTICE MANAGE_PEOPLE OPEN_CANDIDACY READ_ASSIGNED READ_LIST WORK_QUEUE'],
  ];
  test.each(rows)('%j together may: %s', (functions, rights) => {
    expect([...mayOf(functions)].toSorted().join(' ')).toBe(rights);
  });
  test('the highest is the one an opening is recorded under', () => {
    expect(highestOf(['REVIEWER', 'OFFICER'])).toBe('OFFICER');
    expect(highestOf(['OBSERVER', 'REVIEWER'])).toBe('REVIEWER');
    expect(highestOf([])).toBeNull();
  });
});
