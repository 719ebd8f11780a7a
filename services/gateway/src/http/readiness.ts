import type { FastifyInstance } from 'fastify';

/** Whether this instance wants traffic; off as soon as it drains. */
export interface Readiness {
  isDraining: boolean;
  readonly isReady: () => Promise<boolean>;
}

/** `/health/live`: the process answers. `/health/ready`: it can serve, and is not on its way out. */
export const healthRoutes = (app: FastifyInstance, readiness: Readiness): void => {
  app.get('/health/live', { exposeHeadRoute: false }, async () => ({ status: 'live' }));
  app.get('/health/ready', { exposeHeadRoute: false }, async (_request, reply) => {
    const isReady = !readiness.isDraining && (await readiness.isReady().catch(() => false));
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' });
  });
};

const longestDrain = 10_000;

/** Stops serving without losing an answer: readiness off, no new operation, those in flight end within 10 s. */
export const drainer = (app: FastifyInstance, readiness: Readiness) => (): Promise<void> => {
  readiness.isDraining = true;
  return draining.get(app) ?? begin(app);
};

const draining = new WeakMap<FastifyInstance, Promise<void>>();

const begin = (app: FastifyInstance): Promise<void> => {
  const timer = setTimeout(() => app.server.closeAllConnections(), longestDrain);
  const closing = Promise.resolve(app.close()).finally(() => clearTimeout(timer));
  draining.set(app, closing);
  return closing;
};
