import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { statusOf } from '../errors/error-codes.ts';
import type { Budgets } from '../limits/budget.ts';
import { takeDeposit } from '../limits/deposit.ts';
import { rateHeaders } from '../limits/rate-headers.ts';
import type { RequestContext } from './context.ts';
import type { Held } from './executor.ts';
import { sendFailure } from './failed-request.ts';
import { graphqlGuard, type Origins } from './request-guards.ts';
import { requestLog } from './request-log.ts';
import type { AnsweredOperation, GatewayWatch } from './watch/gateway-watch.ts';
import { watchRequests } from './watch/watched-requests.ts';

/** How a request becomes an operation. */
export interface GraphqlRoute extends Origins {
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>;
  readonly log: Logger;
  readonly budgets: Budgets;
  /** Instruments, and what they are told of an operation; null without any. */
  readonly watched: {
    readonly watch: GatewayWatch;
    readonly operationOf: (context: RequestContext) => AnsweredOperation | null;
  } | null;
}

/** POST /graphql, and 405 for every other method. */
export const graphqlRoute = (app: FastifyInstance, parts: GraphqlRoute, apollo: ApolloServer<Held>): void => {
  const bound = new WeakMap<FastifyRequest, RequestContext>();
  const contextOf = (request: FastifyRequest) => bound.get(request);
  requestLog(app, parts.log, contextOf);
  if (parts.watched !== null) watchRequests(app, parts.watched.watch, { contextOf, operationOf: parts.watched.operationOf });
  app.post('/graphql', {
    onRequest: graphqlGuard(parts),
    preHandler: async (request, reply) => {
      const context = await parts.contextOf(request, reply);
      bound.set(request, context);
      const taken = takeDeposit(parts.budgets, context.budgetKey);
      if (taken.isTaken) return undefined;
      const { retryAfter } = taken;
      void reply.headers(rateHeaders(parts.budgets.balance(context.budgetKey)));
      return sendFailure(request, reply, { status: statusOf.THROTTLED, code: 'THROTTLED', facts: { retryAfter } });
    },
    handler: fastifyApolloHandler(apollo, { context: async (request) => ({ bound: boundTo(bound.get(request)) }) }),
  });
  app.route({
    url: '/graphql',
    method: ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    onRequest: (request, reply) =>
      void sendFailure(request, reply.header('allow', 'POST'), { status: 405, code: 'GRAPHQL_PARSE_FAILED' }),
    handler: async () => undefined,
  });
};

const boundTo = (context: RequestContext | undefined): RequestContext => {
  if (context === undefined) throw new Error('A request without context');
  return context;
};
