import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { loggableCause } from '../errors/loggable-cause.ts';
import { type Budgets, createBudgets } from '../limits/budget.ts';
import { documentRules } from '../limits/document-rules.ts';
import { type Limits, startLimits } from '../limits/limits.ts';
import { spending } from '../limits/spending.ts';
import type { RequestContext } from './context.ts';
import { graphqlRoute } from './graphql-route.ts';
import { hardenedApollo } from './hardened-apollo.ts';
import { httpFrame } from './http-frame.ts';
import { queryPage } from './query-page/query-page.ts';
import { drainer, type Readiness } from './readiness.ts';
import type { GatewayWatch } from './watch/gateway-watch.ts';
import { noteOperation } from './watch/note-operation.ts';

/** What a gateway needs to serve one schema. */
export interface ServerParts {
  readonly schema: GraphQLSchema;
  /** Who asks; called once a request, opens nothing that would need closing before the first resolver. */
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>;
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
  /** Where the example operations lie, for the page for queries while developing. */
  readonly operationsFolder?: string;
  /** Milliseconds within which a whole request must have arrived; 14 s when left out. */
  readonly patience?: number;
  /** Limits that differ from the start values. */
  readonly limits?: Partial<Limits>;
  /** Left out: nothing is watched. */
  readonly watch?: GatewayWatch | undefined;
}

/** A gateway ready to listen; further routes are added to `app` before that. */
export interface Server {
  readonly app: FastifyInstance;
  /** Readiness off first, then no new request; operations in flight end within 10 s. */
  readonly drain: () => Promise<void>;
  /** What principals have left, for the field that asks without spending. */
  readonly budgets: Budgets;
}

/** The gateway over HTTP: POST /graphql, health, and 404 for all the rest. */
export const createServer = async (parts: ServerParts): Promise<Server> => {
  const { schema, log, isProduction } = parts;
  const unmasked = (cause: unknown, traceId: string) =>
    log.error({ event: 'internal-error', traceId, cause: loggableCause(cause) }, 'An error was masked');
  const readiness: Readiness = { isDraining: false, isReady: parts.isReady };
  const app = httpFrame({ trustedProxies: parts.trustedProxies, readiness, unmasked, patience: parts.patience ?? 14_000 });
  const limits: Limits = { ...startLimits, ...parts.limits };
  const budgets = createBudgets({ capacity: limits.budget, restoreRate: limits.restoreRate, now: () => performance.now() });
  const apollo = hardenedApollo({
    schema,
    log,
    introspection: parts.introspection ?? !isProduction,
    maxTokens: limits.tokens,
    validationRules: documentRules(limits),
    plugins: [spending({ schema, limits, budgets }), ...(parts.watch ? [noteOperation] : [])],
    newTraceId: randomUUID,
    unmasked,
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  graphqlRoute(app, { ...parts, budgets }, apollo);
  if (!isProduction) queryPage(app, parts.operationsFolder);
  return { app, budgets, drain: drainer(app, readiness) };
};
