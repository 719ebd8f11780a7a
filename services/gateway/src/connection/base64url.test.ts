import { expect, test } from '@jest/globals';
import { base64url } from './base64url.ts';

const texts = [
  '',
  'a',
  'ab',
  'abc',
  'Candidacy:4f2d9c1e-7a3b-4c5d-8e6f-0a1b2c3d4e5f',
  '["y_5m0tHrbobVJrEW","2026-10-26 05:58:03.563+00","c4c278e8-c5f6-47c5-9b96-d8e3d3fd6984"]',
  '["d","Éléonore’s",null]',
  '>>>???~~~',
];

test.each(texts)('%j is written as the runtime writes it', (text) => {
  expect(base64url(text)).toBe(Buffer.from(text).toString('base64url'));
});

test('every pair of signs below 256 is written as the runtime writes it, wherever it stands', () => {
  const signs = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));
  const wrong = signs.flatMap((a) =>
    signs.filter((b) =>
      ['', 'x', 'xy'].some((before) => {
        const text = `${before}${a}${b}z`;
        return base64url(text) !== Buffer.from(text).toString('base64url');
      }),
    ),
  );
  expect(wrong).toEqual([]);
});
