import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import { Refused } from '../terminal/refused.ts';

export interface MetricsListener {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Serves GET /metrics on a port of its own, and nothing else; the public port knows of none. */
export async function serveMetrics(registry: Registry, { host, port }: { host: string; port: number }): Promise<MetricsListener> {
  const server = createServer((request, response) => {
    if (request.method === 'GET' && request.url === '/metrics') void answer(registry, response);
    else response.writeHead(404).end();
  });
  await listening(server, { host, port });
  const { address, port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${address.includes(':') ? `[${address}]` : address}:${taken}/metrics`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(registry: Registry, response: ServerResponse): Promise<void> {
  const text = await registry.metrics().catch(() => null);
  if (text === null) response.writeHead(500).end();
  else response.writeHead(200, { 'content-type': registry.contentType }).end(text);
}

async function listening(server: ReturnType<typeof createServer>, place: { host: string; port: number }): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (error: { code?: string }) => {
    const { host, port } = place;
    reject(
      new Refused(`Metrics cannot be served at ${host}:${port} (${error.code ?? 'unknown'}): name another in GUICHET_METRICS.`),
    );
  });
  server.listen(place, resolve);
  await promise;
}
