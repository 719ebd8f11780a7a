import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerTo } from '../errors/answer-to.ts';
import { type ErrorCode, statusOf } from '../errors/error-codes.ts';
import type { Unmasked } from '../errors/format-error.ts';
import type { RefusalFacts } from '../errors/refusal-facts.ts';
import { inLocale, wordingOf } from '../errors/wording.ts';
import { localeOf } from './locale.ts';
import { isOpenedByPerson, sendFailurePage } from './page/failure-page.ts';

/** How a request fails before GraphQL sees it: the status of HTTP, in the same JSON as every other error. */
export interface Failure {
  readonly status: number;
  readonly code: ErrorCode;
  readonly facts?: RefusalFacts;
}

/** Sends a failure in JSON, to a person as a page; headers that belong to it are set beforehand. */
export const sendFailure = (request: FastifyRequest, reply: FastifyReply, { status, code, facts = {} }: Failure) => {
  if (facts.retryAfter !== undefined) void reply.header('retry-after', facts.retryAfter);
  if (isOpenedByPerson(request)) return sendFailurePage(request, reply, { status, facts });
  const message = inLocale(wordingOf(code, facts), localeOf(request.headers['accept-language']));
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [{ message, extensions: { code, ...facts } }] }));
};

/** What fastify calls when anything is thrown outside GraphQL: the framework's own handler prints stacks. */
export const failureHandler =
  (newTraceId: () => string, unmasked: Unmasked) => (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const status = statusOfFramework(error);
    // The rest of the body is not worth reading.
    if (status !== null)
      return sendFailure(request, reply.header('connection', 'close'), { status, code: 'GRAPHQL_PARSE_FAILED' });
    const { refused, cause } = answerTo(error, newTraceId());
    if (cause !== null) unmasked(cause, refused.facts.traceId ?? '');
    return sendFailure(request, reply, { status: statusOf[refused.code], code: refused.code, facts: refused.facts });
  };

const statusOfFramework = (error: unknown): number | null => {
  if (!(error instanceof Error)) return null;
  if (error.name === 'MalformedJson') return 400;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const isFramework = typeof code === 'string' && code.startsWith('FST_ERR_');
  return isFramework && typeof statusCode === 'number' && statusCode < 500 ? statusCode : null;
};
