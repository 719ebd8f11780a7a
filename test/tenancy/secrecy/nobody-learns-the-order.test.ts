import { describe, expect, test } from '@jest/globals';
import { attacked, worst } from './attacked.ts';
import { tableOf } from './table-of.ts';

describe('B-08 the order of preference stays unknown', () => {
  // Of so few a perfect secret may be guessed a little better than by chance: the limits catch what is glaring, in a few seconds.
  test('B-08 of 240 dossiers no school learns its place, and no two schools which of them is preferred, at a glance', async () => {
    const { rank, pair } = await attacked(240);
    expect(worst(rank)).toBeLessThan(0.4);
    expect(worst(pair)).toBeLessThan(0.65);
  }, 180_000);

  // As many as show four points above chance within a minute; the long form has 4,000.
  test('B-08 of 1,000 dossiers submitted eight at a time no attack guesses a place in over 24 of 100, or the preferred of two in over 54', async () => {
    const { rank, pair } = await attacked(1000);
    // oxlint-disable-next-line no-console -- the figures are what the test is read for
    console.log(`${tableOf('own place among five', rank)}\n${tableOf('preferred of two', pair)}`);
    expect(worst(rank)).toBeLessThanOrEqual(0.24);
    expect(worst(pair)).toBeLessThanOrEqual(0.54);
  }, 240_000);
});
