import { createGateway } from '@guichet/gateway/gateway';
import { startWorker } from '@guichet/worker/worker';
import { pino } from 'pino';

/**
 * Gateway and worker in one process, as `pnpm start` joins them, so that its clock can be wrong without the database's being so. It tells
 * its port, and what its own clock says.
 */
const { EVENING_DATABASE: databaseUrl = '', EVENING_SECRET: secret = '', EVENING_SMTP: smtpUrl = '' } = process.env;
const url = 'http://127.0.0.1:4000';
const log = pino({ level: 'silent' });
const gateway = await createGateway({ databaseUrl, secret, url, isProduction: false, trustedProxies: [], log });
const worker = await startWorker({ databaseUrl, secret, smtpUrl, mailFrom: 'no-reply@guichet.test', url, log });
await gateway.app.listen({ port: 0, host: '127.0.0.1' });
const address = gateway.app.server.address();
process.send?.({
  port: typeof address === 'object' ? address?.port : 0,
  // oxlint-disable-next-line no-restricted-properties -- how wrong it is, is what is told
  clock: Temporal.Now.instant().epochMilliseconds,
});
process.on('disconnect', () => void Promise.all([gateway.close(), worker.stop()]).then(() => process.exit()));
