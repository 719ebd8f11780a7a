import { beforeAll, expect, test } from '@jest/globals';
import { inRows } from './changes/change.ts';
import { type Pair, runPair } from './run-pair.ts';
import { aTwinFixture, type TwinFixture } from './twin-fixture.ts';
import { namesIn, shortPairs } from './which-pairs.ts';

const seed = process.env['GUICHET_TWINS_SEED'] ?? '2027-02-01';
const pairs = shortPairs(seed, 60);
/** Cases that a pair proves: where else a candidate applied, and in which order of preference. */
const cases: Readonly<Record<string, string>> = {
  'the other candidacy': 'B-07',
  'a choice of A alone or of A and B': 'B-07',
  'filed anew without B, or not at all': 'B-07',
  'another school behind the number that is told, and another order': 'B-07 B-08',
  'the order of preference': 'B-08',
  'filed anew in another order': 'B-08',
};
const titleOf = ({ name, change }: Pair) =>
  `${cases[change.name] ?? ''} ${name} is told the same bytes whether or not there is ${change.name}`.trim();
const mustNotKnow = pairs.map((pair) => [titleOf(pair), pair] as const);

let fixture: TwinFixture;
beforeAll(async () => {
  fixture = await aTwinFixture(new Set([...namesIn(pairs), 'AB']));
}, 300_000);

test.each(mustNotKnow)(
  '%s',
  async (_title, pair) => {
    const { differences, steps } = await runPair(fixture, pair);
    expect({ seed, differences }).toEqual({ seed, differences: [] });
    expect(steps).toBe(pair.steps);
  },
  120_000,
);

test('a world is told from its twin once something P may read differs', async () => {
  const change = inRows('another state', [], [`update app.candidacy set state = 'ADMISSIBLE'`]);
  const { differences } = await runPair(fixture, { change, name: 'OA', seed, steps: 20 });
  expect(differences).toHaveLength(1);
}, 120_000);
