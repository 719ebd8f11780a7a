import { createGateway } from '@guichet/gateway/gateway';
import { pino } from 'pino';

/**
 * The gateway in a process of its own and in production mode, so that what it needs is told apart from what its clients need. It tells
 * its port once it listens; whenever it is asked, its size, rubbish collected, and the processor time it used.
 */
const { GUICHET_ABUSE_DATABASE: databaseUrl = '', GUICHET_ABUSE_SECRET: secret = '', GUICHET_ABUSE_URL: url = '' } = process.env;
const gateway = await createGateway({
  databaseUrl,
  secret,
  url,
  isProduction: true,
  trustedProxies: [],
  log: pino({ level: 'silent' }),
  connections: 8,
});
await gateway.app.listen({ port: 0, host: '127.0.0.1' });
const address = gateway.app.server.address();
process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  globalThis.gc?.();
  process.send?.({ megabytes: process.memoryUsage().rss / 2 ** 20, milliseconds: (user + system) / 1000 });
});
process.on('disconnect', () => void gateway.close().then(() => process.exit()));
