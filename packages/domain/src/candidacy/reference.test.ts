import { describe, expect, test } from '@jest/globals';
import { referenceBytes, referenceFrom } from './reference.ts';

const campaign = { procedure: 'ASTG3', entryYear: 2027 };
const bytes = (...values: number[]) => Uint8Array.from({ length: referenceBytes }, (_, index) => values[index] ?? 0);

describe('a reference', () => {
  test('it names procedure, year of entry and five letters', () => {
    expect(referenceFrom(bytes(14, 5, 18, 15, 2), campaign)).toBe('ASTG3-27-K7QM4');
    expect(referenceFrom(bytes(), { procedure: 'ASTG3', entryYear: 2105 })).toBe('ASTG3-05-22222');
  });

  test('bytes that would favour some letters are thrown away', () => {
    expect(referenceFrom(bytes(255, 250, 249, 253, 0, 1, 2, 3), campaign)).toBe('ASTG3-27-Y2345');
  });

  test('every letter is as likely as any other', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 250; byte += 1) {
      const letter = referenceFrom(new Uint8Array(5).fill(byte), campaign).at(-1) ?? '';
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect(counts.size).toBe(25);
    expect(new Set(counts.values())).toEqual(new Set([10]));
    expect([...counts.keys()].join('')).not.toMatch(/[01OILUZSB]/);
  });

  test('too few usable bytes are refused', () => {
    expect(() => referenceFrom(new Uint8Array([0, 0, 0, 0, 255]), campaign)).toThrow(RangeError);
  });
});
