import { request } from 'node:http';

/** What came of one attempt to submit. */
export type Attempt =
  | { readonly outcome: 'ACKNOWLEDGED'; readonly data: string }
  /** Nobody answered, or the answer says to come back. */
  | { readonly outcome: 'AGAIN'; readonly code: string }
  /** An answer after which an honest client stops: the submission is refused. */
  | { readonly outcome: 'REFUSED'; readonly body: string };

export interface Sender {
  readonly port: number;
  readonly cookie: string;
  readonly body: string;
}

/** Sends a submission once, over a connection of its own. */
export async function attempt(sender: Sender): Promise<Attempt> {
  try {
    const { status, retryAfter, body } = await post(sender);
    const { data, errors = [] } = JSON.parse(body) as Answer;
    const payload = data?.submitApplication;
    if (errors.length === 0 && payload?.userErrors.length === 0) return { outcome: 'ACKNOWLEDGED', data: dataOf(body) };
    const code = errors[0]?.extensions.code ?? '';
    if (mayComeBack.has(code)) return { outcome: 'AGAIN', code: status === 503 && !retryAfter ? 'NO_RETRY_AFTER' : code };
    return { outcome: 'REFUSED', body: `${status} ${body}` };
  } catch (error) {
    return { outcome: 'AGAIN', code: (error as { code?: string }).code ?? 'CUT' };
  }
}

/** What an answer says of the submission; the budget beside it moves on. */
export const dataOf = (body: string): string => JSON.stringify((JSON.parse(body) as Answer).data);

interface Answer {
  readonly data?: { readonly submitApplication: { readonly userErrors: readonly object[] } | null } | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** Codes after which the same request may be sent again; a masked error is one too, for nobody knows what became of it. */
const mayComeBack = new Set(['UNAVAILABLE', 'CONFLICT_RETRY', 'IDEMPOTENCY_KEY_IN_USE', 'INTERNAL_SERVER_ERROR']);

/** A client does not wait for ever. */
const patienceMs = 6000;

interface Posted {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

function post({ port, cookie, body }: Sender): Promise<Posted> {
  const headers = { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const { promise, resolve, reject } = Promise.withResolvers<Posted>();
  const asked = request({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', agent: false, headers }, (response) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
    response.on('end', () => {
      const { statusCode: status = 0, headers: told } = response;
      resolve({ status, retryAfter: told['retry-after'], body: Buffer.concat(parts).toString('utf8') });
    });
  });
  asked.setTimeout(patienceMs, () => asked.destroy());
  asked.on('error', reject).end(body);
  return promise;
}
