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
import type { GatewayWatch } from './watch/gateway-watch.ts';
import { watchRequests } from './watch/watched-requests.ts';

/** How a request becomes an operation. */
export interface GraphqlRoute extends Origins {
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>;
  readonly log: Logger;
  readonly budgets: Budgets;
  /** Left out: nothing is watched. */
  readonly watch?: GatewayWatch | undefined;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, once that is known; on the request itself, for what a map beside it holds the collector copies along once more. See decision 0048. */
    bound: RequestContext | null;
  }
}

/** POST /graphql, and 405 for every other method. */
export const graphqlRoute = (app: FastifyInstance, parts: GraphqlRoute, apollo: ApolloServer<Held>): void => {
  app.decorateRequest('bound', null);
  requestLog(app, parts.log);
  if (parts.watch !== undefined) watchRequests(app, parts.watch);
  app.post('/graphql', {
    onRequest: graphqlGuard(parts),
    preHandler: async (request, reply) => {
      const context = await parts.contextOf(request, reply);
      request.bound = context;
      const taken = takeDeposit(parts.budgets, context.budgetKey);
      if (taken.isTaken) return undefined;
      const { retryAfter } = taken;
      void reply.headers(rateHeaders(parts.budgets.balance(context.budgetKey)));
      return sendFailure(request, reply, { status: statusOf.THROTTLED, code: 'THROTTLED', facts: { retryAfter } });
    },
    handler: fastifyApolloHandler(apollo, { context: async (request) => ({ bound: boundTo(request) }) }),
  });
  app.route({
    url: '/graphql',
    method: ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    onRequest: (request, reply) =>
      void sendFailure(request, reply.header('allow', 'POST'), { status: 405, code: 'GRAPHQL_PARSE_FAILED' }),
    handler: async () => undefined,
  });
};

const boundTo = ({ bound }: FastifyRequest): RequestContext => {
  if (bound === null) throw new Error('A request without context');
  return bound;
};
