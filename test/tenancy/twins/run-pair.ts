import { Client } from 'pg';
import { type RunningGateway, runGateway } from '../matrix/running-gateway.ts';
import type { Change } from './changes/change.ts';
import { drawsFrom } from './draws.ts';
import { oneWorld, taken } from './one-world.ts';
import { nameOf, repertoireOf, stepAt } from './steps.ts';
import type { TwinFixture } from './twin-fixture.ts';

/** What is hidden, from whom, and the seed of what that somebody does. */
export interface Pair {
  readonly change: Change;
  readonly name: string;
  readonly seed: string;
  readonly steps: number;
}

/** What came of a pair; `differences` is empty on a sound product. */
export interface Compared {
  readonly pair: Pair;
  readonly steps: number;
  readonly bytes: number;
  readonly differences: readonly Difference[];
}

export interface Difference {
  readonly step: string;
  readonly one: string;
  readonly other: string;
}

let made = 0;

/** Two copies of one database, something hidden from P changed in one; P does the same in both and is told the same. */
export async function runPair(fixture: TwinFixture, pair: Pair): Promise<Compared> {
  const names = ['x', 'y'].map((letter) => `${fixture.database}_${letter}${made}`);
  made++;
  const gateways = await Promise.all(names.map((to) => runGateway({ from: fixture.database, to, connections: 4 })));
  const [one, other] = gateways as [RunningGateway, RunningGateway];
  try {
    await pair.change.make({ one, other }, fixture);
    return await compared(fixture, pair, [one, other]);
  } finally {
    await Promise.all(gateways.map((gateway) => gateway.close()));
    await dropped(names);
  }
}

/** After a first difference the worlds part of themselves, so the pair ends there. */
async function compared(
  fixture: TwinFixture,
  pair: Pair,
  gateways: readonly [RunningGateway, RunningGateway],
): Promise<Compared> {
  const [one, other] = [await oneWorld(gateways[0], fixture), await oneWorld(gateways[1], fixture)];
  const principal = fixture.principals.get(pair.name);
  if (!principal) throw new Error(`Nobody is called ${pair.name}`);
  const repertoire = repertoireOf(fixture, pair.name);
  let [steps, bytes] = [0, 0];
  for (let at = 0; steps < pair.steps && at < pair.steps * 5; at++) {
    const seed = `${pair.seed} ${at}`;
    const draws = drawsFrom(seed);
    const step = stepAt(at, repertoire, draws);
    const kind = at >= repertoire.reads.length && draws.below(5) === 0 ? 'foreign' : 'own';
    const turn = { step, kind, principal, seed } as const;
    const [here, there] = await Promise.all([taken(one, fixture, turn), taken(other, fixture, turn)]);
    if (here !== there) {
      return {
        pair,
        steps,
        bytes,
        differences: [{ step: `${at} ${nameOf(step)} (${kind})`, one: here ?? 'nothing', other: there ?? 'nothing' }],
      };
    }
    if (here === null) continue;
    steps++;
    bytes += here.length;
  }
  return { pair, steps, bytes, differences: [] };
}

async function dropped(names: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: process.env['GUICHET_TEST_ADMINISTRATOR'] ?? '' });
  await client.connect();
  try {
    for (const name of names) await client.query(`drop database if exists ${name} with (force)`);
  } finally {
    await client.end();
  }
}
