import type { FastifyInstance } from 'fastify';
import type { Readiness } from './health.ts';

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
