import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/** One line a request: never a body, a variable, a cookie or an address of the network. */
export const requestLog = (app: FastifyInstance, log: Logger): void => {
  app.addHook('onResponse', (request, reply, done) => {
    const { method, url } = request;
    const path = url.split('?', 1)[0]?.slice(0, 200);
    const traceId = request.bound?.traceId;
    const facts = { event: 'request', method, path, operation: operationOf(request.body), status: reply.statusCode };
    log.info({ ...facts, traceId, milliseconds: Math.round(reply.elapsedTime) }, 'Answered');
    done();
  });
};

const operationOf = (body: unknown): string | undefined => {
  const name = typeof body === 'object' && body !== null && 'operationName' in body ? body.operationName : undefined;
  return typeof name === 'string' ? name.slice(0, 100) : undefined;
};
