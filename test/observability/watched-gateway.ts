import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { createGateway, type Gateway } from '@guichet/gateway/gateway';
import { startMailCatcher } from '@guichet/platform/mail-catcher/mail-catcher';
import { startInstruments } from '@guichet/platform/observability/instruments';
import { startWorker } from '@guichet/worker/worker';
import { pino } from 'pino';
import { secret } from '../world/server.ts';

/** A gateway and a worker with every instrument on, and what leaves by them. */
export interface Watched {
  readonly gateway: Gateway;
  /** What GET /metrics answers at this moment. */
  metrics(): Promise<string>;
  /** The public port, for whoever looks for metrics there. */
  readonly publicUrl: string;
  /** Stops everything; what the collector of traces was sent until the end. */
  stop(): Promise<string>;
}

/** Both on one database, counting into one listener and tracing into a collector of the test's own. */
export async function watchedPlatform(databaseUrl: string): Promise<Watched> {
  const collector = await startCollector();
  const instruments = await startInstruments({ metrics: { host: '127.0.0.1', port: 0 }, tracesUrl: collector.url });
  const parts = { databaseUrl, secret, url: 'http://127.0.0.1:4000', log: pino({ level: 'silent' }) };
  const gateway = await createGateway({
    ...parts,
    isProduction: false,
    trustedProxies: [],
    connections: 8,
    watch: instruments.gateway,
  });
  const catcher = await startMailCatcher();
  const mailFrom = 'guichet@guichet.example';
  const worker = await startWorker({ ...parts, smtpUrl: catcher.smtpUrl, mailFrom, watch: instruments.worker });
  instruments.knows(worker);
  const publicUrl = await gateway.app.listen({ port: 0, host: '127.0.0.1' });
  return {
    gateway,
    publicUrl,
    metrics: async () => (await fetch(instruments.metricsUrl ?? '')).text(),
    stop: async () => {
      await worker.stop();
      await gateway.close();
      await instruments.stop();
      await catcher.stop();
      return collector.stop();
    },
  };
}

/** Takes spans as they are sent. */
async function startCollector() {
  const received: Buffer[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      received.push(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      await new Promise((resolve) => server.close(resolve));
      return Buffer.concat(received).toString();
    },
  };
}
