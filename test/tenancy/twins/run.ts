import { parseArgs } from 'node:util';
import { clockOf } from '../../mutants/broken-databases.ts';
import { keepReport } from '../../walls/keep-report.ts';
import { startTestServer } from '../../world/server.ts';
import { inLanes } from '../matrix/in-lanes.ts';
import { figuresOf } from './figures-of.ts';
import { type Compared, runPair } from './run-pair.ts';
import { aTwinFixture } from './twin-fixture.ts';
import { longPairs, namesIn, noChange, shortPairs } from './which-pairs.ts';

/**
 * Twin worlds, long form: 200 pairs of 300 steps, and first two worlds that do not differ, for the noise of the comparison. `--pairs`
 * and `--steps` shorten it, `--only WORD` takes the pairs whose change or principal holds the word, `--short` the pairs of the tests;
 * a whole run keeps its report in docs/reports.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '2027-02-01' },
    pairs: { type: 'string', default: '200' },
    steps: { type: 'string', default: '300' },
    only: { type: 'string' },
    short: { type: 'boolean' },
  },
});
const steps = Number(values.steps);
/** Pairs at once: while one waits for the database, the other is compared. */
const lanes = 3;
const all = values.short ? shortPairs(values.seed, steps) : longPairs(values.seed, { pairs: Number(values.pairs), steps });
const pairs = all
  .filter(({ change, name }) => values.only === undefined || `${name}: ${change.name}`.includes(values.only))
  .slice(0, Number(values.pairs));

const server = await startTestServer();
process.env['GUICHET_TEST_ADMINISTRATOR'] = server.administratorUrl;
process.env['GUICHET_TEST_OWNER'] = server.ownerUrl;
const date = await clockOf(server.administratorUrl);
const began = performance.now();
const seconds = () => Math.round((performance.now() - began) / 1000);
const results: Compared[] = [];
try {
  const fixture = await aTwinFixture(new Set([...namesIn(pairs), 'AB']));
  say(`${pairs.length} pairs of ${steps} steps, seed ${values.seed}; the fixture stood after ${seconds()} s.`);
  const quiet = pairs.slice(0, 1).map((pair) => ({ ...pair, change: noChange }));
  await inLanes([...quiet, ...pairs], lanes, async (pair) => {
    const compared = await runPair(fixture, pair);
    results.push(compared);
    tell(compared);
  });
} finally {
  await server.stop();
}
const apart = results.filter(({ differences }) => differences.length > 0).length;
say(`${apart} of ${results.length} pairs were told apart, in ${seconds()} s.`);
const isWhole = values.only === undefined && !values.short && pairs.length >= 200 && steps >= 300;
const compared = results.filter(({ pair }) => pair.change !== noChange);
const figures = { seed: values.seed, seconds: seconds(), ...figuresOf(compared) };
if (isWhole) keepReport('twins', { date, ...figures });
process.exitCode = apart === 0 ? 0 : 1;

function tell({ pair, steps: taken, bytes, differences }: Compared): void {
  say(
    `${String(seconds()).padStart(5)} s  ${pair.name.padEnd(4)} ${pair.change.name}: ${taken} steps, ${bytes} characters alike`,
  );
  for (const { step, one, other } of differences) say(`      TOLD APART at ${step}\n${firstDifference(one, other)}`);
}

/** Both texts around the place where they part. */
function firstDifference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const around = (text: string) => `      … ${text.slice(Math.max(0, at - 300), at + 300).replaceAll('\n', ' ')}`;
  return `${around(one)}\n${around(other)}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
