import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { RequestContext } from '../context.ts';
import type { Held } from '../executor.ts';
import type { AnsweredOperation } from './gateway-watch.ts';

/** Notes of each operation what it was and by which codes it failed, for whoever asks for it by its context. */
export function operationFacts(): {
  readonly plugin: ApolloServerPlugin<Held>;
  readonly of: (context: RequestContext) => AnsweredOperation | null;
} {
  const noted = new WeakMap<RequestContext, AnsweredOperation>();
  const plugin: ApolloServerPlugin<Held> = {
    requestDidStart: async () => ({
      willSendResponse: async (answering) => void noted.set(answering.contextValue.bound, factsOf(answering)),
    }),
  };
  return { plugin, of: (context) => noted.get(context) ?? null };
}

function factsOf({ operationName, operation, response }: GraphQLRequestContext<Held>): AnsweredOperation {
  const { body } = response;
  const errors = body?.kind === 'single' ? (body.singleResult.errors ?? []) : [];
  return {
    name: operationName ?? null,
    kind: operation === undefined ? null : operation.operation === OperationTypeNode.MUTATION ? 'mutation' : 'query',
    codes: [...new Set(errors.map(({ extensions }) => String(extensions?.['code'])))],
  };
}
