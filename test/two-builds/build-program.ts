import { migrate } from '@guichet/database/session/migrate';
import { createGateway } from '@guichet/gateway/gateway';
import { pino } from 'pino';
import { makeTemplate } from '../world/template.ts';

/**
 * Runs within the build it is laid into, older or this one: `prepare` brings a database to that build's newest migration and fills it
 * with that build's campaign; `serve` serves it and tells its port.
 */
const { BUILD_OWNER: ownerUrl = '', BUILD_ADMINISTRATOR: administratorUrl = '', BUILD_SECRET: secret = '' } = process.env;
const [task] = process.argv.slice(2);
if (task === 'prepare') {
  await migrate(ownerUrl, secret);
  await makeTemplate({ administratorUrl, ownerUrl, secret });
  process.disconnect?.();
} else {
  const gateway = await createGateway({
    databaseUrl: ownerUrl,
    secret,
    url: 'http://127.0.0.1:4000',
    isProduction: false,
    trustedProxies: [],
    log: pino({ level: 'silent' }),
    connections: 8,
  });
  await gateway.app.listen({ port: 0, host: '127.0.0.1' });
  const address = gateway.app.server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
  process.on('disconnect', () => void gateway.close().then(() => process.exit()));
}
