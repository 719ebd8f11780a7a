import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Unmasked } from '../errors/format-error.ts';
import { safeHeaders } from './answer/safe-headers.ts';
import { failureHandler, sendFailure } from './failed-request.ts';
import { healthRoutes, type Readiness } from './readiness.ts';
import { takeOnlyJson } from './request-guards.ts';

const largestBody = 100 * 1024;

/** What surrounds every route. */
export interface HttpFrame {
  readonly trustedProxies: readonly string[];
  readonly readiness: Readiness;
  readonly unmasked: Unmasked;
  /** Milliseconds within which a whole request must have arrived. */
  readonly patience: number;
}

/** The application before its routes: small bodies in JSON, short patience, safe headers, failures in JSON or as a page, health. */
export const httpFrame = ({ trustedProxies, readiness, unmasked, patience }: HttpFrame): FastifyInstance => {
  const app = fastify(trustedProxies, patience);
  takeOnlyJson(app);
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(safeHeaders);
    if (!readiness.isDraining || request.url.startsWith('/health/')) return done();
    const failure = { status: 503, code: 'UNAVAILABLE', facts: { retryAfter: 1 } } as const;
    void sendFailure(request, reply.header('connection', 'close'), failure);
  });
  app.addHook('onSend', async (_request, reply, payload) => {
    if (readiness.isDraining) void reply.header('connection', 'close');
    return payload;
  });
  app.setErrorHandler(failureHandler(randomUUID, unmasked));
  app.setNotFoundHandler((request, reply) => sendFailure(request, reply, { status: 404, code: 'NOT_FOUND' }));
  healthRoutes(app, readiness);
  return app;
};

// Whoever sends slowly is cut off, headers sooner than the rest.
const fastify = (trustedProxies: readonly string[], patience: number): FastifyInstance =>
  Fastify({
    logger: false,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: largestBody,
    requestTimeout: patience,
    keepAliveTimeout: 5000,
    return503OnClosing: false,
    // An address that cannot be read; the framework's own answer repeats it.
    frameworkErrors: (_error, request, reply) =>
      void sendFailure(request, reply.headers(safeHeaders), { status: 400, code: 'BAD_USER_INPUT' }),
    forceCloseConnections: 'idle',
    http: {
      headersTimeout: Math.ceil((patience * 5) / 7),
      connectionsCheckingInterval: Math.ceil(patience / 14),
      maxHeaderSize: 16_384,
    },
  });
