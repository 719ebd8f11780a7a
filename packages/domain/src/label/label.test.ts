import { expect, test } from '@jest/globals';
import { faultsOfLabel, nameKeyOf } from './label.ts';

test('a label has one plain line for a name and a colour that can be read', () => {
  expect(faultsOfLabel({ name: 'À revoir', colour: '#00677f' })).toEqual([]);
  expect(faultsOfLabel({ name: ' ', colour: 'red' })).toEqual([
    { reason: 'BLANK', path: ['name'] },
    { reason: 'COLOUR_NOT_VALID', path: ['colour'] },
  ]);
  expect(faultsOfLabel({ name: 'x'.repeat(41), colour: '#777777' })).toEqual([
    { reason: 'TEXT_TOO_LONG', max: 40, path: ['name'] },
    { reason: 'CONTRAST_TOO_LOW', path: ['colour'], contrast: 4.47, nearest: '#767676' },
  ]);
  expect(faultsOfLabel({ name: 'a\u202eb', colour: '#00677f' })).toEqual([{ reason: 'BIDI_CONTROL', path: ['name'] }]);
});

test('case, accents and hyphens make no other name; signs alone are names too', () => {
  expect(new Set(['À revoir', 'a REVOIR', 'à-revoir'].map(nameKeyOf)).size).toBe(1);
  expect(nameKeyOf('!')).toBe('!');
  expect(nameKeyOf('-')).not.toBe('');
  expect(nameKeyOf('★')).not.toBe(nameKeyOf('☆'));
});
