import { Agent, request } from 'node:http';

/** Somebody of the fixture at the door of a running gateway. */
export interface Principal {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Letter of the school acted for; null for candidates, the consortium and nobody. */
  readonly side: 'A' | 'B' | null;
}

/** What came back, as bytes and as read. */
export interface Reply {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
  readonly data: unknown;
  readonly codes: readonly string[];
  /** The fields that errors stand at, without places in lists. */
  readonly refused: readonly { readonly code: string; readonly path: readonly string[] }[];
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** One operation over real HTTP, on a connection kept open. */
export function ask(port: number, principal: Principal, operation: { query: string; variables: object }): Promise<Reply> {
  const payload = JSON.stringify(operation);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(payload),
    'accept-language': 'en',
    ...principal.headers,
  };
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const body = Buffer.concat(parts).toString('utf8');
        resolve(replyOf(response.statusCode ?? 0, JSON.stringify(response.rawHeaders), body));
      });
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      // A kept connection that the server put down at the same instant: the operation never reached it.
      const isStale = asked.reusedSocket && error.code === 'ECONNRESET';
      if (isStale) resolve(ask(port, principal, operation));
      else reject(error);
    });
    asked.end(payload);
  });
}

interface Spoken {
  readonly data?: unknown;
  readonly errors?: readonly { readonly path?: readonly (string | number)[]; readonly extensions?: { readonly code?: string } }[];
}

function replyOf(status: number, headers: string, body: string): Reply {
  const { data = null, errors = [] } = JSON.parse(body) as Spoken;
  const refused = errors.map(({ path = [], extensions }) => ({
    code: extensions?.code ?? 'NONE',
    path: path.filter((part): part is string => typeof part === 'string'),
  }));
  return { status, headers, body, data, refused, codes: refused.map(({ code }) => code) };
}

/** A reply as far as it may depend on what was asked for: without trace and budget, which differ each time. */
export const comparable = ({ status, body }: Reply) =>
  `${status} ${body.replaceAll(/"traceId":"[^"]*"/g, '"traceId":"…"').replaceAll(/"available":\d+/g, '"available":0')}`;
