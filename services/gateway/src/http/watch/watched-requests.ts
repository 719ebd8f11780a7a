import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../context.ts';
import type { AnsweredOperation, AnsweredRequest, GatewayWatch } from './gateway-watch.ts';

/** What is known of a request beside its own words. */
export interface Known {
  readonly contextOf: (request: FastifyRequest) => RequestContext | undefined;
  readonly operationOf: (context: RequestContext) => AnsweredOperation | null;
}

/** Lets the instruments see every request: begun once its body is read, since reading one loses what is awaited. */
export function watchRequests(app: FastifyInstance, watch: GatewayWatch, known: Known): void {
  const ends = new WeakMap<FastifyRequest, (answered: AnsweredRequest) => void>();
  app.addHook('preValidation', (request, _reply, done) => {
    ends.set(request, watch.request(done));
  });
  app.addHook('onResponse', (request, reply, done) => {
    // One that was refused at the door was never begun.
    const end = ends.get(request) ?? watch.request(() => {});
    end(answeredOf(request, reply, known));
    done();
  });
}

function answeredOf(request: FastifyRequest, reply: FastifyReply, { contextOf, operationOf }: Known): AnsweredRequest {
  const context = contextOf(request);
  return {
    method: request.method,
    route: request.is404 ? null : (request.routeOptions.url ?? null),
    status: reply.statusCode,
    seconds: reply.elapsedTime / 1000,
    traceId: context?.traceId ?? null,
    operation: context === undefined ? null : operationOf(context),
  };
}
