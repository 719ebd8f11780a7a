import { randomUUID } from 'node:crypto';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { loggableCause } from '../errors/loggable-cause.ts';
import { type Budgets, createBudgets } from '../limits/budget.ts';
import { documentRules } from '../limits/document-rules.ts';
import { type Limits, startLimits } from '../limits/limits.ts';
import { spending } from '../limits/spending.ts';
import type { RequestContext } from './context.ts';
import { drainer } from './drain.ts';
import { failureHandler, sendFailure } from './failed-request.ts';
import { hardenedApollo } from './hardened-apollo.ts';
import { healthRoutes, type Readiness } from './health.ts';
import { graphqlGuard, takeOnlyJson } from './request-guards.ts';

/** What a gateway needs to serve one schema. */
export interface ServerParts {
  readonly schema: GraphQLSchema;
  /** Who asks; called once a request, opens nothing that would need closing before the first resolver. */
  readonly contextOf: (request: FastifyRequest) => Promise<RequestContext>;
  /** Whether what stands behind (the database) answers. */
  readonly isReady: () => Promise<boolean>;
  readonly isProduction: boolean;
  /** Addresses of the proxies whose `X-Forwarded-For` is believed; empty believes nobody. */
  readonly trustedProxies: readonly string[];
  /** The public origin. */
  readonly url: string;
  readonly log: Logger;
  /** Left out: on while developing, off in production. The audits need it on. */
  readonly introspection?: boolean;
  /** Limits that differ from the start values. */
  readonly limits?: Partial<Limits>;
}

/** A gateway ready to listen; further routes are added to `app` before that. */
export interface Server {
  readonly app: FastifyInstance;
  /** Readiness off first, then no new request; operations in flight end within 10 s. */
  readonly drain: () => Promise<void>;
  /** What principals have left, for the field that asks without spending. */
  readonly budgets: Budgets;
}

const largestBody = 100 * 1024;
const patience = 15_000;

/** The gateway over HTTP: POST /graphql, health, and 404 in JSON for all the rest. */
export const createServer = async (parts: ServerParts): Promise<Server> => {
  const app = fastify(parts);
  const readiness: Readiness = { isDraining: false, isReady: parts.isReady };
  const unmasked = (cause: unknown, traceId: string) =>
    parts.log.error({ event: 'internal-error', traceId, cause: loggableCause(cause) }, 'An error was masked');
  takeOnlyJson(app);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  });
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('cache-control', 'no-store');
    if (!readiness.isDraining || request.url.startsWith('/health/')) return done();
    void sendFailure(request, reply.header('connection', 'close'), {
      status: 503,
      code: 'UNAVAILABLE',
      facts: { retryAfter: 1 },
    });
  });
  app.setErrorHandler(failureHandler(randomUUID, unmasked));
  app.setNotFoundHandler((request, reply) => sendFailure(request, reply, { status: 404, code: 'NOT_FOUND' }));
  healthRoutes(app, readiness);
  const limits: Limits = { ...startLimits, ...parts.limits };
  const budgets = createBudgets({ capacity: limits.budget, restoreRate: limits.restoreRate, now: () => performance.now() });
  const apollo = hardenedApollo({
    schema: parts.schema,
    log: parts.log,
    introspection: parts.introspection ?? !parts.isProduction,
    maxTokens: limits.tokens,
    validationRules: documentRules(limits),
    plugins: [spending({ schema: parts.schema, limits, budgets })],
    newTraceId: randomUUID,
    unmasked,
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  graphqlRoute(app, parts, apollo);
  return { app, budgets, drain: drainer(app, readiness) };
};

const fastify = ({ trustedProxies }: ServerParts): FastifyInstance =>
  Fastify({
    logger: false,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: largestBody,
    requestTimeout: patience,
    connectionTimeout: 0,
    keepAliveTimeout: 5000,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 1000, maxHeaderSize: 16_384 },
    routerOptions: { maxParamLength: 200 },
  });

const graphqlRoute = (app: FastifyInstance, parts: ServerParts, apollo: ReturnType<typeof hardenedApollo>): void => {
  const bound = new WeakMap<FastifyRequest, RequestContext>();
  app.post('/graphql', {
    onRequest: graphqlGuard(parts),
    preHandler: async (request) => void bound.set(request, await parts.contextOf(request)),
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
