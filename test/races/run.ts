import { clockOf } from '../mutants/broken-databases.ts';
import { countOf, namedOf, wordsOf } from '../runner/words-of.ts';
import { keepReport } from '../walls/keep-report.ts';
import { startTestServer } from '../world/server.ts';
import { aWorld } from '../world/world.ts';
import { type Raced, raced } from './race.ts';
import { races } from './races.ts';

/**
 * `pnpm test:races`: every race for 200 rounds, or as many as `--rounds` says; the report is kept in docs/reports. `--only B-14` runs
 * the races of one case, and keeps none.
 */
const usage = ['usage: pnpm test:races [--rounds 200] [--only B-14]'];
const { values } = wordsOf(usage, { options: { rounds: { type: 'string', default: '200' }, only: { type: 'string' } } });
namedOf(values.only === undefined ? [] : [values.only], [...new Set(races.map(([cases]) => cases))], usage);
const chosen = races.filter(([cases]) => values.only === undefined || values.only === cases);
const rounds = countOf('--rounds', values.rounds, usage);
const began = performance.now();
const server = await startTestServer();
process.env['GUICHET_TEST_ADMINISTRATOR'] = server.administratorUrl;
process.env['GUICHET_TEST_OWNER'] = server.ownerUrl;
const done: (Raced & { readonly cases: string })[] = [];
try {
  for (const [cases, begun] of chosen) {
    const world = await aWorld();
    const told = { cases, ...(await raced(world, await begun(world), rounds)) };
    await world.close();
    done.push(told);
    const verdict = told.faults.length === 0 ? 'held' : `BROKEN: ${told.faults.slice(0, 3).join('; ')}`;
    process.stdout.write(`${cases}  ${told.name}: ${told.rounds} rounds, ${told.looks} looks, ${told.seconds} s, ${verdict}\n`);
  }
  const faults = done.reduce((sum, each) => sum + each.faults.length, 0);
  const seconds = Math.round((performance.now() - began) / 1000);
  const figures = { rounds, faults, seconds, races: done };
  if (values.only === undefined) keepReport('races', { date: await clockOf(server.administratorUrl), ...figures });
  process.exitCode = faults === 0 ? 0 : 1;
} finally {
  await server.stop();
}
