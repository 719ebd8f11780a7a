import { GraphQLError } from 'graphql';
import { refusalOfArguments } from './argument-error.ts';
import { refusalOfDriver } from './driver-error.ts';
import { isErrorCode } from './error-codes.ts';
import type { RefusalFacts } from './refusal-facts.ts';
import { badUserInput, Refused } from './refused.ts';

/** What the caller reads, and the cause for our log when it is a bug. */
export interface Answer {
  readonly refused: Refused;
  readonly cause: unknown;
}

/** What to answer to anything thrown: a refusal as it is, whatever else masked behind the trace id. */
export const answerTo = (error: unknown, traceId: string): Answer => {
  const thrown = thrownOf(error);
  const refused = refusalOf(thrown);
  const path = error instanceof Error && 'path' in error ? (error as GraphQLError).path : undefined;
  if (refused !== null) return { refused: refused.at(path), cause: null };
  return { refused: new Refused('INTERNAL_SERVER_ERROR', { traceId }, path), cause: thrown };
};

const refusalOf = (thrown: unknown): Refused | null => {
  if (thrown instanceof Refused) return thrown;
  return refusalOfArguments(thrown) ?? refusalOfUseCase(thrown) ?? refusalOfExecutor(thrown) ?? refusalOfDriver(thrown);
};

// The innermost cause that a resolver threw; the executor wraps it once, a middleware perhaps again.
const thrownOf = (error: unknown): unknown => {
  let thrown = error;
  while (isGraphqlError(thrown) && !(thrown instanceof Refused) && thrown.originalError != null) thrown = thrown.originalError;
  return thrown;
};

const isGraphqlError = (error: unknown): error is GraphQLError =>
  error instanceof GraphQLError || (error instanceof Error && 'originalError' in error);

// Use-cases know no GraphQL: they throw an error of the name and a code of ours, and the facts worth telling.
const refusalOfUseCase = (thrown: unknown): Refused | null => {
  if (!(thrown instanceof Error)) return null;
  const { code, ...facts } = thrown.name === 'Refusal' ? (thrown as CodedError) : codedOf(thrown);
  return isErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR' ? new Refused(code, toldOf(facts)) : null;
};

type CodedError = { readonly code?: unknown } & RefusalFacts;

const codedOf = (thrown: Error): CodedError => (thrown instanceof GraphQLError ? (thrown.extensions ?? {}) : {});

const toldOf = ({ argument, reason, retryAfter, limit }: RefusalFacts): RefusalFacts => ({
  ...(argument === undefined ? {} : { argument }),
  ...(reason === undefined ? {} : { reason }),
  ...(retryAfter === undefined ? {} : { retryAfter }),
  ...(limit === undefined ? {} : { limit }),
});

// An argument whose variable is null or absent is only found out by the executor.
const refusalOfExecutor = (thrown: unknown): Refused | null => {
  if (!(thrown instanceof Error)) return null;
  const argument = /^Argument "([A-Za-z0-9_]+)" .*(?:must not be null|was not provided)/.exec(thrown.message)?.[1];
  return argument !== undefined && isGraphqlError(thrown) ? badUserInput(argument) : null;
};
