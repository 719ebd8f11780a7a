import { type Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Planted } from '../tenancy/secrecy/planted-candidates.ts';
import { freshKey } from '../world/dossier.ts';
import type { Arrival } from './arrivals.ts';

/** What its sender saw of one submission; instants in milliseconds after the deadline. */
export interface Sent extends Arrival {
  readonly reference: string;
  readonly sentAt: number;
  readonly answeredAt: number;
  readonly status: number;
  readonly body: string;
  /** 'ACCEPTED', or why not. */
  readonly outcome: string;
  /** The words of a refusal, for its reader. */
  readonly message: string | null;
  /** How often it was asked to come again (503) or heard nothing, and came. */
  readonly returns: number;
}

const document = `mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) {
  application { state } userErrors { code message ... on DeadlinePassed { closedAt } } } }`;

/** Where somebody submits, and with what. */
export interface Submission {
  readonly port: number;
  readonly agent: Agent;
  readonly who: Planted;
  readonly version: number;
  readonly statementDigest: string;
  /** `performance.now()` of the deadline. */
  readonly closing: number;
}

/**
 * Sends one at its instant, through a socket, as a browser would. Asked to come again, it comes with the same key; so it does where a socket
 * kept from before was closed just as it was used again.
 */
export async function send({ closing, ...submission }: Submission, arrival: Arrival): Promise<Sent> {
  const idempotencyKey = freshKey();
  const sentAt = performance.now() - closing;
  let answer = await posted(submission, idempotencyKey);
  let returns = 0;
  for (; (answer.status === 503 || answer.status === 0) && returns < 10; returns += 1) {
    await pause(answer.status === 0 ? 0 : 500);
    answer = await posted(submission, idempotencyKey);
  }
  const answeredAt = performance.now() - closing;
  const { status, body } = answer;
  return { ...arrival, ...told(status, body), reference: submission.who.reference, sentAt, answeredAt, status, body, returns };
}

function told(status: number, body: string): Pick<Sent, 'outcome' | 'message'> {
  try {
    const { data, errors } = JSON.parse(body);
    const { application = null, userErrors = [] } = data?.submitApplication ?? {};
    if (status === 200 && application?.state === 'SUBMITTED') return { outcome: 'ACCEPTED', message: null };
    const [refusal] = userErrors;
    return { outcome: refusal?.code ?? errors?.[0]?.extensions.code ?? `${status}`, message: refusal?.message ?? null };
  } catch {
    return { outcome: `${status}`, message: null };
  }
}

function posted(submission: Omit<Submission, 'closing'>, idempotencyKey: string): Promise<{ status: number; body: string }> {
  const { port, agent, who, version, statementDigest } = submission;
  const input = { applicationId: who.applicationId, expectedVersion: version, idempotencyKey, statementDigest };
  const payload = JSON.stringify({ query: document, variables: { input } });
  const headers = {
    cookie: who.cookie,
    origin: 'http://127.0.0.1:4000',
    'accept-language': 'fr',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(payload),
  };
  return new Promise((resolve) => {
    const lost = (error: Error) => resolve({ status: 0, body: error.message });
    const asked = request({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('error', lost);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }));
    });
    asked.on('error', lost);
    asked.end(payload);
  });
}
