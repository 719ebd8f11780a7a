import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type MediaType, mediaTypeFor } from './answer/media-type.ts';
import { type Failure, sendFailure } from './failed-request.ts';
import { strictJson } from './strict-json.ts';

/** Which origins are ours: the public one, and loopback at our own port while developing. */
export interface Origins {
  readonly url: string;
  readonly isProduction: boolean;
}

/** Takes JSON in UTF-8 alone, uncompressed, for every route of the application. */
export const takeOnlyJson = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(jsonType, { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, strictJson(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
};

/** Before the body is read: refuses what GraphQL over HTTP does not take, so that it is never executed. */
export const graphqlGuard = ({ url, isProduction }: Origins) => {
  const ours: Ours = { origin: new URL(url).origin, isProduction };
  return (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    const judged = mediaTypeOrFailure(request, ours);
    if (typeof judged === 'string') {
      // In one word from here on: nobody judges anew, after an act was done, whether its answer can be read. Where none is said it is JSON.
      request.headers.accept = judged === 'application/json' ? '' : judged;
      return done();
    }
    void sendFailure(request, reply.header('connection', 'close'), judged);
  };
};

interface Ours {
  readonly origin: string;
  readonly isProduction: boolean;
}

const mediaTypeOrFailure = (request: FastifyRequest, ours: Ours): MediaType | Failure => {
  const { origin, accept } = request.headers;
  const encoding = request.headers['content-encoding'];
  if (origin !== undefined && !isOurs(origin, request, ours)) return { status: 403, code: 'FORBIDDEN' };
  if (encoding !== undefined) return { status: 415, code: 'GRAPHQL_PARSE_FAILED' };
  if (!jsonType.test(request.headers['content-type'] ?? '')) return { status: 415, code: 'GRAPHQL_PARSE_FAILED' };
  return mediaTypeFor(accept) ?? { status: 406, code: 'GRAPHQL_PARSE_FAILED' };
};

const jsonType = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

const isOurs = (origin: string, request: FastifyRequest, ours: Ours): boolean => {
  if (origin === ours.origin) return true;
  const port = request.socket.localPort;
  return !ours.isProduction && ['localhost', '127.0.0.1', '[::1]'].some((host) => origin === `http://${host}:${port}`);
};
