import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { type ErrorCode, isErrorCode, statusOf } from '../../errors/error-codes.ts';
import { inLocale } from '../../errors/wording.ts';
import type { Held } from '../executor.ts';
import type { MediaType } from './media-type.ts';

// A client of plain JSON reads the errors; the status of these it does not want.
const documentCodes: ReadonlySet<string> = new Set<ErrorCode>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

/** Sets the status: by the first code when nothing at all could be answered, else 200 with `data` beside the errors. */
export const responseStatus: ApolloServerPlugin<Held> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response, request, contextValue, errors }) => {
      if (response.body.kind !== 'single' || response.body.singleResult.errors === undefined) return;
      const result = response.body.singleResult;
      const told = (result.errors ?? []).slice(0, mostErrors);
      result.errors = told.map((error) => ({ ...error, message: inLocale(error.message, contextValue.bound.locale) }));
      const [first] = told;
      if (first === undefined || isAnswered(result.data)) return;
      const isPlain = request.http?.headers.get('accept') !== specified;
      const isOfDocument =
        errors?.[0]?.extensions['code'] !== 'BAD_REQUEST' && documentCodes.has(String(first.extensions?.['code']));
      response.http.status = isOfDocument && isPlain ? 200 : statusOfError(first);
      const retryAfter = first.extensions?.['retryAfter'];
      if (typeof retryAfter === 'number') response.http.headers.set('retry-after', String(retryAfter));
    },
  }),
};

const specified: MediaType = 'application/graphql-response+json';

// A page of 100 rows may fail a hundred times; nobody reads more.
const mostErrors = 100;

const statusOfError = (error: GraphQLFormattedError): number => {
  const code = error.extensions?.['code'];
  return isErrorCode(code) ? statusOf[code] : 500;
};

// Something was answered as soon as one field of the root is not null.
const isAnswered = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && Object.values(data).some((value) => value !== null);
