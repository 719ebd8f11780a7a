import { ownRank, preferredOfTwo, type Verdict } from './attacks.ts';
import { aCampaignOfFive } from './five-schools.ts';
import { observedBy } from './observed.ts';
import { plantCandidates } from './planted-candidates.ts';
import { submitAll } from './submit-all.ts';

/** What came of all attacks: on a school's own place, and on which of two schools is preferred. */
export interface Attacked {
  readonly rank: Verdict;
  readonly pair: Verdict;
}

/** So many candidates submit; then every attack is tried on everything the schools can gather. */
export async function attacked(candidates: number): Promise<Attacked> {
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

/** The better of the best single observable and the classifier over all, on the half it was not chosen on. */
export const worst = ({ best, classifier }: Verdict): number => Math.max(best.scoredOn, classifier.scoredOn);
