import { expect, test } from '@jest/globals';
import { contrastOnWhite, nearestReadable } from './colour-contrast.ts';

test('contrast on white is that of WCAG', () => {
  expect(contrastOnWhite('#000000')).toBe(21);
  expect(contrastOnWhite('#ffffff')).toBe(1);
  expect(contrastOnWhite('#767676')).toBeCloseTo(4.54, 2);
  expect(contrastOnWhite('#777777')).toBeCloseTo(4.48, 2);
});

test('the colour proposed is readable and the least darker', () => {
  expect(nearestReadable('#777777')).toBe('#767676');
  expect(nearestReadable('#00677f')).toBe('#00677f');
  for (const colour of ['#ffffff', '#ffff00', '#8fd3e8', '#ff69b4'])
    expect(contrastOnWhite(nearestReadable(colour))).toBeGreaterThanOrEqual(4.5);
});
