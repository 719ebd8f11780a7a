import { Writable } from 'node:stream';
import { pino } from 'pino';
import { createServer, type Server, type ServerParts } from '../server.ts';
import { ProbeContext } from './probe-context.ts';
import { probeSchema } from './probe-schema.ts';

/** A served probe schema, what it logged, and what its operations did. */
export interface ProbeServer extends Server {
  readonly url: string;
  readonly logged: readonly string[];
  readonly journal: readonly string[];
}

/** Serves the probe schema on a free port of loopback, as in production unless told otherwise. */
export const startProbe = async (changed: Partial<ServerParts> = {}): Promise<ProbeServer> => {
  const logged: string[] = [];
  const journal: string[] = [];
  const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => (logged.push(chunk.toString()), done()) });
  const server = await createServer({
    schema: probeSchema(),
    contextOf: async (request) => new ProbeContext(request, journal),
    isReady: async () => true,
    isProduction: true,
    trustedProxies: [],
    url: 'https://guichet.example',
    log: pino({ level: 'info' }, sink),
    ...changed,
  });
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  return { ...server, url, logged, journal };
};
