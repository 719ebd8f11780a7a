import { parseArgs } from 'node:util';
import { clockOf } from '../../mutants/broken-databases.ts';
import { keepReport } from '../../walls/keep-report.ts';
import { startTestServer } from '../../world/server.ts';
import { attacked, worst } from './attacked.ts';
import type { Verdict } from './attacks.ts';
import { tableOf } from './table-of.ts';

/** The secrecy of preferences outside the runner of tests: `--candidates` of them, 4,000 when left out. */
const { values } = parseArgs({ options: { candidates: { type: 'string' } } });
const candidates = Number(values.candidates ?? 4000);
const began = performance.now();
const server = await startTestServer();
process.env['GUICHET_TEST_ADMINISTRATOR'] = server.administratorUrl;
process.env['GUICHET_TEST_OWNER'] = server.ownerUrl;
try {
  const { rank, pair } = await attacked(candidates);
  process.stdout.write(`${tableOf('own place among five', rank)}\n${tableOf('preferred of two', pair)}\n`);
  const told = ({ tried, best, classifier }: Verdict) => ({ attacks: tried, best, classifier });
  const figures = {
    candidates,
    ownPlace: { chance: 0.2, most: 0.24, ...told(rank) },
    preferredOfTwo: { chance: 0.5, most: 0.54, ...told(pair) },
    seconds: Math.round((performance.now() - began) / 1000),
  };
  keepReport('secrecy', { date: await clockOf(server.administratorUrl), ...figures });
  process.exitCode = worst(rank) <= 0.24 && worst(pair) <= 0.54 ? 0 : 1;
} finally {
  await server.stop();
}
