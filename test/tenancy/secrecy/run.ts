import { parseArgs } from 'node:util';
import { clockOf } from '../../mutants/broken-databases.ts';
import { keepReport } from '../../walls/keep-report.ts';
import { startTestServer } from '../../world/server.ts';
import { ownRank, preferredOfTwo } from './attacks.ts';
import { aCampaignOfFive } from './five-schools.ts';
import { observedBy } from './observed.ts';
import { plantCandidates } from './planted-candidates.ts';
import { submitAll } from './submit-all.ts';
import { tableOf } from './table-of.ts';

/** The order of preference attacked, outside the runner of tests: `--candidates` for another number; a whole run keeps its figures. */
const { values } = parseArgs({ options: { candidates: { type: 'string', default: '4000' } } });
const candidates = Number(values.candidates);
const began = performance.now();
const server = await startTestServer();
process.env['GUICHET_TEST_ADMINISTRATOR'] = server.administratorUrl;
process.env['GUICHET_TEST_OWNER'] = server.ownerUrl;
try {
  const { rank, pair } = await attacked();
  process.stdout.write(`${tableOf('own place among five', rank)}\n${tableOf('preferred of two', pair)}\n`);
  const figures = { candidates, rank, pair, seconds: Math.round((performance.now() - began) / 1000) };
  const date = await clockOf(server.administratorUrl);
  if (candidates >= 4000) keepReport('secrecy', { date, ...figures });
  const isSecret = Math.max(rank.best.scoredOn, rank.classifier.scoredOn) <= 0.24;
  const isPairSecret = Math.max(pair.best.scoredOn, pair.classifier.scoredOn) <= 0.54;
  process.exitCode = isSecret && isPairSecret ? 0 : 1;
} finally {
  await server.stop();
}

/** Everybody submits, eight at a time; then every attack is tried on everything the schools can gather. */
async function attacked() {
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
