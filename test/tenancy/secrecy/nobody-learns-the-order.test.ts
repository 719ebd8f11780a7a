import { describe, expect, test } from '@jest/globals';
import { ownRank, preferredOfTwo } from './attacks.ts';
import { aCampaignOfFive } from './five-schools.ts';
import { observedBy } from './observed.ts';
import { plantCandidates } from './planted-candidates.ts';
import { submitAll } from './submit-all.ts';
import { tableOf } from './table-of.ts';

/** Everybody submits; then every attack is tried on everything the schools can gather. */
async function attacked(candidates: number) {
  const five = await aCampaignOfFive();
  try {
    const all = await plantCandidates(five, candidates);
    await submitAll(five.port, all);
    const observed = await observedBy(five);
    return { rank: ownRank(observed, all.planted), pair: preferredOfTwo(observed, all.planted) };
  } finally {
    await five.close();
  }
}

describe('B-08 the order of preference stays unknown', () => {
  // Of so few a perfect secret may be guessed a little better than by chance: the limits catch what is glaring, in a few seconds.
  test('B-08 of 240 dossiers no school learns its place, and no two schools which of them is preferred, at a glance', async () => {
    const { rank, pair } = await attacked(240);
    expect(Math.max(rank.best.scoredOn, rank.classifier.scoredOn)).toBeLessThan(0.4);
    expect(Math.max(pair.best.scoredOn, pair.classifier.scoredOn)).toBeLessThan(0.65);
  }, 120_000);

  test('B-08 of 4,000 dossiers submitted eight at a time no attack guesses a place in over 24 of 100, or the preferred of two in over 54', async () => {
    const { rank, pair } = await attacked(4000);
    // oxlint-disable-next-line no-console -- the figures are what the test is read for
    console.log(`${tableOf('own place among five', rank)}\n${tableOf('preferred of two', pair)}`);
    expect(Math.max(rank.best.scoredOn, rank.classifier.scoredOn)).toBeLessThanOrEqual(0.24);
    expect(Math.max(pair.best.scoredOn, pair.classifier.scoredOn)).toBeLessThanOrEqual(0.54);
  }, 240_000);
});
