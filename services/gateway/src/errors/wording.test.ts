import { expect, test } from '@jest/globals';
import { inLocale, wordingOf } from './wording.ts';

test('every sentence is told in the language asked for, its signs beside their words', () => {
  expect(inLocale(wordingOf('THROTTLED'), 'fr')).toBe('Trop de requêtes\u00a0; patientez un peu.');
  expect(inLocale(wordingOf('BAD_USER_INPUT', { limit: 'LIST' }), 'fr')).toContain('100 éléments\u00a0: envoyez-les');
  expect(inLocale(wordingOf('THROTTLED'), 'en')).toBe(wordingOf('THROTTLED'));
});
