/** How long two questions took, asked one after the other. */
export interface Pair {
  readonly foreign: number;
  readonly random: number;
}

/** Which way to guess, and from which difference on: the best on the first half, and how often it is right on the second. */
export interface ToldApart {
  readonly pairs: number;
  readonly threshold: number;
  readonly chosenOn: number;
  readonly scoredOn: number;
}

/**
 * Somebody is shown the two times of a pair in an unknown order and says which was the foreign one. Threshold and direction are chosen on
 * the one half of the pairs and scored on the other: the longer one is taken for the foreign if it took that much longer, or the shorter.
 */
export function toldApart(pairs: readonly Pair[]): ToldApart {
  const [first, second] = [0, 1].map((half) => pairs.filter((_, index) => index % 2 === half)) as [Pair[], Pair[]];
  const gaps = first.map(({ foreign, random }) => Math.abs(foreign - random)).toSorted((a, b) => a - b);
  const thresholds = [0, 0.1, 0.25, 0.5, 0.75, 0.9].map((share) => gaps[Math.floor(share * gaps.length)] ?? 0);
  const ways = thresholds.flatMap((threshold) => [1, -1].map((direction) => ({ threshold, direction })));
  const rated = ways.map((way) => ({ ...way, chosenOn: right(first, way) })).toSorted((a, b) => b.chosenOn - a.chosenOn);
  const [best] = rated;
  if (!best) throw new Error('No way to guess');
  return { pairs: pairs.length, threshold: best.threshold, chosenOn: best.chosenOn, scoredOn: right(second, best) };
}

/** Share of right guesses; a pair closer than the threshold is guessed by a coin. */
function right(pairs: readonly Pair[], { threshold, direction }: { threshold: number; direction: number }): number {
  const sum = pairs.reduce((total, { foreign, random }) => {
    const gap = (foreign - random) * direction;
    if (Math.abs(gap) < threshold || gap === 0) return total + 0.5;
    return total + (gap > 0 ? 1 : 0);
  }, 0);
  return sum / pairs.length;
}
