/** One thing to guess: what was seen, and the truth that is held against the guess. */
export interface Example {
  readonly half: number;
  readonly truth: number;
  readonly seen: Float64Array;
}

export interface Over {
  /** Places in what was seen. */
  readonly over: readonly number[];
  /** How many answers there are, from 0. */
  readonly classes: number;
}

/** Values are told apart by tenths of what was seen; few values each stand for themselves. */
const parts = 10;

/** Naive Bayes over binned observables, learned from one half: the likeliest answer to an example. */
export function classifier(examples: readonly Example[], { over, classes }: Over): (example: Example) => number {
  const learned = over.map((at) => {
    const cuts = cutsOf(examples.map(({ seen }) => seen[at] ?? 0));
    return { at, cuts, weights: weightsOf(examples, { at, cuts, classes }) };
  });
  return ({ seen }) => {
    const sums = new Float64Array(classes);
    for (const { at, cuts, weights } of learned) {
      const bin = binOf(seen[at] ?? 0, cuts);
      for (let answer = 0; answer < classes; answer += 1) {
        sums[answer] = (sums[answer] ?? 0) + (weights[bin * classes + answer] ?? 0);
      }
    }
    return sums.indexOf(Math.max(...sums));
  };
}

interface Binned extends Omit<Over, 'over'> {
  readonly at: number;
  readonly cuts: readonly number[];
}

/** Logarithm of how often each answer fell into each bin, by bin and answer; nothing is impossible. */
function weightsOf(examples: readonly Example[], { at, cuts, classes }: Binned): Float64Array {
  const counts = new Float64Array((cuts.length + 1) * classes).fill(1);
  for (const { seen, truth } of examples) {
    const cell = binOf(seen[at] ?? 0, cuts) * classes + truth;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts.map(Math.log);
}

function cutsOf(values: readonly number[]): readonly number[] {
  const distinct = [...new Set(values)].toSorted((a, b) => a - b);
  if (distinct.length <= 2 * parts) return distinct.slice(1);
  const sorted = Float64Array.from(values).toSorted();
  const cuts = Array.from({ length: parts - 1 }, (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / parts)] ?? 0);
  return [...new Set(cuts)];
}

function binOf(value: number, cuts: readonly number[]): number {
  let bin = 0;
  while (bin < cuts.length && value >= (cuts[bin] ?? 0)) bin += 1;
  return bin;
}
