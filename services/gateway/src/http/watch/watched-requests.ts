import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnsweredRequest, GatewayWatch } from './gateway-watch.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whom to tell how it ended; null for one that was refused at the door. */
    watchedTo: ((answered: AnsweredRequest) => void) | null;
  }
}

/** Lets the instruments see every request: begun once its body is read, since reading one loses what is awaited. */
export function watchRequests(app: FastifyInstance, watch: GatewayWatch): void {
  app.decorateRequest('watchedTo', null);
  app.addHook('preValidation', (request, _reply, done) => {
    request.watchedTo = watch.request(done);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const end = request.watchedTo ?? watch.request(() => {});
    end(answeredOf(request, reply));
    done();
  });
}

const answeredOf = (request: FastifyRequest, reply: FastifyReply): AnsweredRequest => ({
  method: request.method,
  route: request.is404 ? null : (request.routeOptions.url ?? null),
  status: reply.statusCode,
  seconds: reply.elapsedTime / 1000,
  traceId: request.bound?.traceId ?? null,
  operation: request.bound?.answered ?? null,
});
