import { type Agent, request } from 'node:http';

/** One body by POST, and how long its sender waited for the whole answer. */
export interface Posted {
  readonly status: number;
  readonly milliseconds: number;
}

export interface Post {
  readonly port: number;
  /** Connections of one sender: nobody waits behind another's. */
  readonly agent: Agent;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends it; a connection cut by the server answers with status 0. */
export function post({ port, agent, headers, body }: Post): Promise<Posted> {
  const began = performance.now();
  const all = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers };
  return new Promise((resolve) => {
    const done = (status: number) => resolve({ status, milliseconds: performance.now() - began });
    const sent = request({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', agent, headers: all }, (response) => {
      response.on('data', () => {});
      response.on('error', () => done(0));
      response.on('end', () => done(response.statusCode ?? 0));
    });
    sent.on('error', () => done(0));
    sent.end(body);
  });
}
