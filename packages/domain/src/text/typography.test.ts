import { expect, test } from '@jest/globals';
import { typography } from './typography.ts';

test('French signs keep to their word, whatever the width of a line', () => {
  expect(typography('Dans « Vœux » : deux écoles ; laquelle ? Choisissez !', 'fr')).toBe(
    'Dans «\u00a0Vœux\u00a0»\u00a0: deux écoles\u00a0; laquelle\u00a0? Choisissez\u00a0!',
  );
});

test('no space is put in, and no other language is touched', () => {
  expect(typography('https://guichet.example/verify à 12:30', 'fr')).toBe('https://guichet.example/verify à 12:30');
  expect(typography('In “Choices” : two', 'en')).toBe('In “Choices” : two');
});
