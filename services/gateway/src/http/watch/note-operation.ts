import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { AnsweredOperation } from '../context.ts';
import type { Held } from '../executor.ts';

/** Notes of each operation what it was and by which codes it failed, on the context of its request. */
export const noteOperation: ApolloServerPlugin<Held> = {
  requestDidStart: async () => ({
    willSendResponse: async (answering) => {
      answering.contextValue.bound.answered = factsOf(answering);
    },
  }),
};

function factsOf({ operationName, operation, response }: GraphQLRequestContext<Held>): AnsweredOperation {
  const { body } = response;
  const errors = body?.kind === 'single' ? (body.singleResult.errors ?? []) : [];
  return {
    name: operationName ?? null,
    kind: operation === undefined ? null : operation.operation === OperationTypeNode.MUTATION ? 'mutation' : 'query',
    codes: [...new Set(errors.map(({ extensions }) => String(extensions?.['code'])))],
  };
}
