import type { Id, ProgrammeInput } from '@guichet/allocation/market/market';
import { describe, expect, test } from '@jest/globals';
import { placed } from '../answers.ts';

describe('depth', () => {
  test('a chain of a hundred thousand rejections does not touch the stack', () => {
    const size = 100_000;
    const candidates = Object.fromEntries(
      Array.from({ length: size }, (_, number) => [`c${number}`, [`P${number}`, `P${number + 1}`]]),
    );
    const programmes = Object.fromEntries(
      Array.from({ length: size + 1 }, (_, number): [Id, ProgrammeInput] => [
        `P${number}`,
        { capacity: 1, ranking: number === 0 ? ['late', 'c0'] : [`c${number - 1}`, ...(number < size ? [`c${number}`] : [])] },
      ]),
    );
    const result = placed({ candidates: { ...candidates, late: ['P0'] }, programmes });
    expect(result[`c${size - 1}`]).toBe(`P${size}`);
  });
});
