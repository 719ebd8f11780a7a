import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { answerTo } from './answer-to.ts';
import { wordingOfFault } from './document-faults.ts';
import type { ErrorCode } from './error-codes.ts';
import type { RefusalFacts } from './refusal-facts.ts';
import { Refused } from './refused.ts';
import { wordingOf } from './wording.ts';

/** Keeps what nobody may read: called with the cause of every masked error. */
export type Unmasked = (cause: unknown, traceId: string) => void;

/** The last word on every error that leaves: ours as they are, the library's in our words, anything else masked. */
export const errorFormatter =
  (newTraceId: () => string, unmasked: Unmasked) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const thrown = unwrapResolverError(error);
    const ours = thrown instanceof GraphQLError && thrown.originalError instanceof Refused ? thrown.originalError : thrown;
    if (ours instanceof Refused) return toldBy(ours, formatted);
    const fault = faultOf(formatted, thrown);
    if (fault !== null) return fault;
    const { refused, cause } = answerTo(error, newTraceId());
    if (cause !== null) unmasked(cause, refused.facts.traceId ?? '');
    return toldBy(refused, formatted);
  };

const toldBy = (refused: Refused, { locations, path }: GraphQLFormattedError): GraphQLFormattedError => ({
  message: refused.message,
  ...(locations === undefined ? {} : { locations }),
  ...(path === undefined ? {} : { path }),
  extensions: { ...refused.extensions },
});

// What the library itself refuses, by its own code; only an error that a resolver did not throw.
const codeOf: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  OPERATION_RESOLUTION_FAILURE: 'GRAPHQL_VALIDATION_FAILED',
  BAD_REQUEST: 'GRAPHQL_PARSE_FAILED',
  PERSISTED_QUERY_NOT_SUPPORTED: 'GRAPHQL_PARSE_FAILED',
  PERSISTED_QUERY_NOT_FOUND: 'GRAPHQL_PARSE_FAILED',
};

const faultOf = (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError | null => {
  const code = codeOf[String(formatted.extensions?.['code'])];
  if (code === undefined || !(thrown instanceof GraphQLError) || formatted.path !== undefined) return null;
  const facts = limitOf(formatted.message);
  const message = facts.limit === undefined ? (wordingOfFault(formatted.message) ?? wordingOf(code)) : wordingOf(code, facts);
  const { locations } = formatted;
  return { message, ...(locations === undefined ? {} : { locations }), extensions: { code, ...facts } };
};

const limitOf = (message: string): RefusalFacts => {
  if (/more tha[tn] \d+ tokens/.test(message)) return { limit: 'TOKENS' };
  return /requests too many selections/.test(message) ? { limit: 'COST' } : {};
};
