import { type Agent, request } from 'node:http';

/** Who asks, over which connections. */
export interface Door {
  readonly port: number;
  readonly agent: Agent;
  readonly cookie: string;
}

/** One operation over real HTTP; the answer's bytes. */
export function post({ port, agent, cookie }: Door, payload: string): Promise<string> {
  const headers = {
    cookie,
    origin: 'http://127.0.0.1:4000',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(payload),
  };
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
    });
    asked.on('error', reject);
    asked.end(payload);
  });
}
