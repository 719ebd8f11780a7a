import { clockOf } from '../../mutants/broken-databases.ts';
import { keepReport } from '../../walls/keep-report.ts';
import { startTestServer } from '../../world/server.ts';
import { aWalledWorld } from '../database/walled-world.ts';
import { attackers } from './attackers.ts';
import { whatIsInReach } from './in-reach.ts';

/** What SQL inside a request reaches beyond the request's own rows, tried under every role and kept for docs/security.md. */
const server = await startTestServer();
process.env['GUICHET_TEST_ADMINISTRATOR'] = server.administratorUrl;
process.env['GUICHET_TEST_OWNER'] = server.ownerUrl;
try {
  const world = await aWalledWorld();
  const [roles, inReach] = [attackers(world).map(({ claims }) => claims.role), await whatIsInReach(world)];
  await world.close();
  process.stdout.write(`${inReach.join('\n')}\n`);
  const figures = { roles, inReach };
  keepReport('injection', { date: await clockOf(server.administratorUrl), ...figures });
} finally {
  await server.stop();
}
