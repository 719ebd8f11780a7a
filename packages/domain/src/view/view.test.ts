import { expect, test } from '@jest/globals';
import { faultsOfViewName, mayShareViews } from './view.ts';

test('a view bears one plain line of at most 60 characters for a name', () => {
  expect(faultsOfViewName('À lire avant mardi')).toEqual([]);
  expect(faultsOfViewName('x'.repeat(61))).toEqual([{ reason: 'TEXT_TOO_LONG', max: 60, path: ['name'] }]);
  expect(faultsOfViewName('a\nb')).toEqual([{ reason: 'CONTROL_CHARACTER', path: ['name'] }]);
  expect(faultsOfViewName('')).toEqual([{ reason: 'BLANK', path: ['name'] }]);
});

test('who works the queue makes views for the school, an observer for oneself', () => {
  expect([mayShareViews(['ADMIN']), mayShareViews(['OFFICER']), mayShareViews(['OBSERVER', 'REVIEWER'])]).toEqual([
    true,
    true,
    false,
  ]);
});
