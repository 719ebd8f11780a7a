import { describe, expect, test } from '@jest/globals';
import { canonicalIne, isIne } from './ine.ts';
import { isUai, letterOfNumber } from './national-letter.ts';

describe('the national student number', () => {
  test.each([
    ['ten digits and their letter', `1234567890${letterOfNumber('1234567890')}`, true],
    ['ten digits and another letter', '1234567890I', false],
    ['nine digits and two letters', '123456789AB', true],
    ['base 36 and its digit', `0A1B2C3D4E${(6 * (0 + 10 + 1 + 11 + 2 + 12 + 3 + 13 + 4) + 14) % 10}`, true],
    ['base 36 and another digit', `0A1B2C3D4E${(6 * (0 + 10 + 1 + 11 + 2 + 12 + 3 + 13 + 4) + 15) % 10}`, false],
    ['ten characters', '123456789A', false],
    ['twelve characters', '123456789ABC', false],
    ['lower case', '123456789ab', false],
    ['a foreign number', 'DE-12345678', false],
    ['digits of another script', '١٢٣٤٥٦٧٨٩AB', false],
    ['nothing', '', false],
  ])('E-10 %s: %s is one: %s', (_name, text, answer) => {
    expect(isIne(text)).toBe(answer);
  });

  test('every letter but the right one is refused after ten digits', () => {
    const right = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((letter) => isIne(`0000000022${letter}`));
    expect(right).toEqual(['Z']);
  });

  test('E-10 it is stored in capitals without blanks, or not at all', () => {
    expect(canonicalIne(' 123 456 789 ab')).toBe('123456789AB');
    expect(canonicalIne('123456789')).toBeNull();
    expect(canonicalIne(`${' '.repeat(50_000)}123456789AB`)).toBeNull();
  });
});

test.each([
  ['0062205P', true],
  ['0101060Y', true],
  ['0130221V', true],
  ['0130221A', false],
  ['130221V', false],
  ['0062205p', false],
])('the UAI %s is well formed: %s', (text, answer) => {
  expect(isUai(text)).toBe(answer);
});
