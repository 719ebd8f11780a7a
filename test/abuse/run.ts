import { clockOf } from '../mutants/broken-databases.ts';
import { keepReport } from '../walls/keep-report.ts';
import { startTestServer } from '../world/server.ts';
import { besideAnHonestUser } from './beside-an-honest-user.ts';

/** A-28 in full: sixty seconds of attack in five rounds, at the pace of the case; its figures are kept in docs/reports. */
const server = await startTestServer();
process.env['GUICHET_TEST_ADMINISTRATOR'] = server.administratorUrl;
process.env['GUICHET_TEST_OWNER'] = server.ownerUrl;
try {
  const pace = { rounds: 5, seconds: 12, honestPerSecond: 5, attacksPerSecond: 50 };
  const seen = await besideAnHonestUser(pace);
  const ratio = seen.attacked / seen.alone;
  const isServed = ratio < 2 && seen.drift < 50 && seen.isAlive && seen.honestRefused === 0;
  const figures = { ...pace, ...seen, ratio, isServed };
  keepReport('abuse', { date: await clockOf(server.administratorUrl), ...figures });
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  process.exitCode = isServed ? 0 : 1;
} finally {
  await server.stop();
}
