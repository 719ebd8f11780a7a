import { createGateway } from '@guichet/gateway/gateway';
import { processLog } from '@guichet/platform/terminal/process-log';

/** The gateway as it is served in production: rules, masking, limits and logging on; only the budget is raised, by its documented setting. */
const { BENCH_OWNER: databaseUrl = '', BENCH_SECRET: secret = '', BENCH_URL: url = '', GUICHET_BUDGET = '10000' } = process.env;
const gateway = await createGateway({
  databaseUrl,
  secret,
  url,
  isProduction: true,
  trustedProxies: [],
  log: processLog('info'),
  connections: 8,
  budget: Number(GUICHET_BUDGET),
});
await gateway.app.listen({ port: 0, host: '127.0.0.1' });
const address = gateway.app.server.address();
process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
process.on('disconnect', () => void gateway.close().then(() => process.exit()));
