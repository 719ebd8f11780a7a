import { expect, test } from '@jest/globals';
import { toldApart } from './told-apart.ts';

const wave = (index: number) => 5 + Math.sin(index * 12.9898) * 2;

test('an id that takes no longer than another is guessed by chance', () => {
  const pairs = Array.from({ length: 1000 }, (_, index) => ({ foreign: wave(index), random: wave(index + 5000.5) }));
  expect(toldApart(pairs).scoredOn).toBeLessThan(0.56);
});

test('a foreign id that takes half as long again, or little more than half, is told from a random one', () => {
  for (const factor of [1.5, 0.6]) {
    const pairs = Array.from({ length: 1000 }, (_, index) => ({ foreign: wave(index) * factor, random: wave(index + 5000.5) }));
    expect(toldApart(pairs).scoredOn).toBeGreaterThan(0.7);
  }
});
