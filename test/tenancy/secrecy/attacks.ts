import { classifier, type Example } from './classifier.ts';
import { fiveSchools } from './five-schools.ts';
import type { Planted } from './planted-candidates.ts';
import type { Observed, Seen } from './seen.ts';

/** How often an attack is right: on the half it was chosen on, and on the other. */
export interface Score {
  readonly attack: string;
  readonly chosenOn: number;
  readonly scoredOn: number;
}

/** What came of all attacks of one kind: the single observable that did best on the first half, and the classifier over all. */
export interface Verdict {
  readonly best: Score;
  readonly classifier: Score;
  /** Attacks tried, the ten best of the first half first. */
  readonly tried: number;
  readonly leading: readonly Score[];
}

/** A single school guesses which place it has among five. */
export function ownRank(observed: Observed, planted: readonly Planted[]): Verdict {
  const names = namesIn(observed);
  const examples = planted.flatMap(({ reference, order }, index) =>
    fiveSchools.map((school) => ({
      half: index % 2,
      truth: order.indexOf(school),
      seen: vectorOf(observed[school].get(reference), names),
    })),
  );
  return verdictOn(examples, { names, classes: 5 });
}

/** Two schools lay their notes side by side and guess which of them is preferred. */
export function preferredOfTwo(observed: Observed, planted: readonly Planted[]): Verdict {
  const names = namesIn(observed);
  const examples = planted.flatMap(({ reference, order }, index) => {
    const seen = new Map(fiveSchools.map((school) => [school, vectorOf(observed[school].get(reference), names)]));
    return pairs.map(([one, other]) => ({
      half: index % 2,
      truth: order.indexOf(one) < order.indexOf(other) ? 0 : 1,
      seen: (seen.get(one) as Float64Array).map((number, at) => number - (seen.get(other)?.[at] ?? 0)),
    }));
  });
  return verdictOn(examples, { names, classes: 2 });
}

const pairs = fiveSchools.flatMap((one, place) => fiveSchools.slice(place + 1).map((other) => [one, other] as const));

const namesIn = (observed: Observed): readonly string[] => [
  ...new Set(fiveSchools.flatMap((school) => [...observed[school].values()].flatMap((seen) => [...seen.keys()]))),
];

const vectorOf = (seen: Seen | undefined, names: readonly string[]) => Float64Array.from(names, (name) => seen?.get(name) ?? 0);

/** Every observable both ways, and the classifier over all of them; chosen on the first half, scored on the second. */
function verdictOn(examples: readonly Example[], { names, classes }: { names: readonly string[]; classes: number }): Verdict {
  const halves = [0, 1].map((half) => examples.filter((example) => example.half === half)) as [Example[], Example[]];
  const telling = names.flatMap((_, at) => (varies(halves[0], at) ? [at] : []));
  const scores = telling.flatMap((at) => bothWays(halves, { at, name: names[at] ?? '', classes }));
  const leading = scores.toSorted((a, b) => b.chosenOn - a.chosenOn).slice(0, 10);
  const guess = classifier(halves[0], { over: telling, classes });
  return {
    best: leading[0] as Score,
    classifier: { attack: `naive Bayes over ${telling.length} observables`, ...scored(halves, guess) },
    tried: scores.length,
    leading,
  };
}

/** What is the same for everybody tells nothing. */
const varies = (examples: readonly Example[], at: number) => examples.some(({ seen }) => seen[at] !== examples[0]?.seen[at]);

interface Single {
  readonly at: number;
  readonly name: string;
  readonly classes: number;
}

function bothWays(halves: readonly [readonly Example[], readonly Example[]], { at, name, classes }: Single): readonly Score[] {
  const cuts = quantiles(
    halves[0].map(({ seen }) => seen[at] ?? 0),
    classes,
  );
  const place = ({ seen }: Example) => cuts.filter((cut) => (seen[at] ?? 0) >= cut).length;
  const learned = classifier(halves[0], { over: [at], classes });
  const ways: readonly (readonly [string, (example: Example) => number])[] = [
    ['rising', place],
    ['falling', (example) => classes - 1 - place(example)],
    ['as learned', learned],
  ];
  return ways.map(([way, guess]) => ({ attack: `${name}, ${way}`, ...scored(halves, guess) }));
}

/** Values that cut a half into as many parts of one size as there are answers. */
function quantiles(values: readonly number[], parts: number): readonly number[] {
  const sorted = Float64Array.from(values).toSorted();
  return Array.from({ length: parts - 1 }, (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / parts)] ?? 0);
}

function scored([first, second]: readonly [readonly Example[], readonly Example[]], guess: (example: Example) => number) {
  const right = (half: readonly Example[]) => half.filter((example) => guess(example) === example.truth).length / half.length;
  return { chosenOn: right(first), scoredOn: right(second) };
}
