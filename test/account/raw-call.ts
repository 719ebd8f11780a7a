import { request } from 'node:http';

/** One HTTP call with nothing added: every header, the request line and the body are the test's own. */
export interface Call {
  readonly method: string;
  /** Also a whole address, as a proxy would be sent. */
  readonly path: string;
  /** Sent as JSON; a string as it is. */
  readonly body?: unknown;
  readonly origin?: string | null;
  readonly cookie?: string;
  readonly from?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly json: Record<string, unknown>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The pair of the session cookie set, if any. */
  readonly cookie: string | null;
  readonly ms: number;
}

export function call(port: number, { method, path, body, origin, cookie, from, headers }: Call): Promise<Answer> {
  const sent: Record<string, string> = {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(origin ? { origin } : {}),
    ...(cookie ? { cookie } : {}),
    ...(from ? { 'x-forwarded-for': from } : {}),
    ...headers,
  };
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers: sent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const cookies = response.headers['set-cookie'] ?? [];
        const pair = cookies.map((line) => line.split(';')[0] ?? '').find((found) => !found.endsWith('=')) ?? null;
        const ms = performance.now() - began;
        resolve({ status: response.statusCode ?? 0, text, json: parsed(text), headers: response.headers, cookie: pair, ms });
      });
    });
    asked.on('error', reject);
    asked.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  });
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
