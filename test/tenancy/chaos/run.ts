import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { clockOf } from '../../mutants/broken-databases.ts';
import { keepReport } from '../../walls/keep-report.ts';
import { startTestServer } from '../../world/server.ts';
import { aMatrixWorld } from '../matrix/matrix-world.ts';
import { factsOf, principalsOf } from '../matrix/principals.ts';
import { survive } from './chaos-matrix.ts';

/** The matrix while everything breaks, outside the runner of tests: `--share` of it (a third when left out), `--seed` to repeat a run. */
const { values } = parseArgs({ options: { share: { type: 'string' }, seed: { type: 'string' } } });
const share = Number(values.share ?? 1 / 3);
const seed = Number(values.seed ?? randomInt(2 ** 31));
const server = await startTestServer();
process.env['GUICHET_TEST_ADMINISTRATOR'] = server.administratorUrl;
process.env['GUICHET_TEST_OWNER'] = server.ownerUrl;
try {
  const fixture = await aMatrixWorld();
  const [principals, facts] = [principalsOf(fixture), await factsOf(fixture)];
  const database = new URL(fixture.world.ownerUrl).pathname.slice(1);
  await fixture.world.close();
  const survived = await survive({ fixture, principals, facts, database, seed, share, pools: [1, 3] });
  const pools = survived.map(({ pool, suffered, findings: { operations, faults, leaks, moves } }) => {
    return { pool, operations, ...suffered, errors: faults.size, leaks: [...leaks], moves: [...moves] };
  });
  const figures = { seed, share, pools };
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  keepReport('chaos', { date: await clockOf(server.administratorUrl), ...figures });
  process.exitCode = pools.every(({ leaks, moves }) => leaks.length + moves.length === 0) ? 0 : 1;
} finally {
  await server.stop();
}
