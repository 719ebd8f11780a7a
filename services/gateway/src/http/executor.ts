import { setTimeout } from 'node:timers/promises';
import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { type DocumentNode, type ExecutionResult, type GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { answerTo } from '../errors/answer-to.ts';
import { isLostToOthers } from '../errors/driver-error.ts';
import type { Unmasked } from '../errors/format-error.ts';
import type { OperationKind, RequestContext } from './context.ts';
import { withDefaults } from './variables/with-defaults.ts';

/** Apollo copies its context; ours keeps its identity inside. */
export interface Held {
  readonly bound: RequestContext;
}

/** Our own executor behind Apollo: compiled documents, one transaction an operation, errors made ours. */
export const executingGateway = (schema: GraphQLSchema, unmasked: Unmasked): GatewayInterface => ({
  load: async () => ({ executor: executorOf(schema, unmasked) }),
  onSchemaLoadOrUpdate: (callback) => {
    callback({ apiSchema: schema, coreSupergraphSdl: '' });
    return () => undefined;
  },
  stop: async () => undefined,
});

const executorOf = (schema: GraphQLSchema, unmasked: Unmasked): GatewayExecutor => {
  const compiledOf = compiler(schema);
  return async ({ document, operation, operationName, request, context }) => {
    const { bound } = context as Held;
    const kind = operation.operation === OperationTypeNode.MUTATION ? 'mutation' : 'query';
    const compiled = compiledOf(document, operationName ?? '');
    const variables = withDefaults(operation, request.variables ?? {});
    const run = async () => (isCompiledQuery(compiled) ? compiled.query(undefined, bound, variables) : compiled);
    const result = await untilUndisturbed(() => inTransaction(run, bound, kind));
    return answered(result, bound, unmasked);
  };
};

const mostRetries = 5;

// Lost to somebody else's transaction: nothing of it stands, so the whole operation may be tried again, each time after a longer pause.
const untilUndisturbed = async (attempt: () => Promise<ExecutionResult>): Promise<ExecutionResult> => {
  let result = await attempt();
  for (let retry = 1; retry <= mostRetries && (result.errors ?? []).some(isLostToOthers); retry += 1) {
    await setTimeout(Math.random() * 20 * 2 ** retry);
    result = await attempt();
  }
  return result;
};

// A mutation happens whole or not at all: after an error nothing of it stands, so nothing of it is shown. Nor is anything of a query
// whose end failed: the trace of what it read was lost with it.
const inTransaction = async (
  run: () => Promise<ExecutionResult>,
  bound: RequestContext,
  kind: OperationKind,
): Promise<ExecutionResult> => {
  let result: ExecutionResult;
  try {
    bound.beginOperation(kind);
    result = await run();
  } catch (error) {
    result = failed([error]);
  }
  const { errors = [] } = result;
  if (kind === 'mutation' && errors.length > 0) result = failed(errors);
  try {
    await bound.finish(kind === 'query' || errors.length === 0);
  } catch (error) {
    return failed(errors.length > 0 ? errors : [error]);
  }
  return result;
};

const failed = (errors: readonly unknown[]): ExecutionResult => ({ data: null, errors: errors as readonly GraphQLError[] });

// The compiler's errors are frozen and not graphql-js's own: each leaves as a fresh one.
const answered = (result: ExecutionResult, { traceId }: RequestContext, unmasked: Unmasked): ExecutionResult => {
  if (result.errors === undefined || result.errors.length === 0) return { data: result.data ?? null };
  const answers = result.errors.map((error) => answerTo(error, traceId));
  for (const { cause, refused } of answers) if (refused.code === 'INTERNAL_SERVER_ERROR') unmasked(cause, traceId);
  return { data: result.data ?? null, errors: answers.map(({ refused }) => refused) };
};

// Kept as long as Apollo keeps the document, in its bounded store; never in an unbounded map.
const compiler = (schema: GraphQLSchema) => {
  const byDocument = new WeakMap<DocumentNode, Map<string, CompiledQuery | ExecutionResult>>();
  return (document: DocumentNode, name: string): CompiledQuery | ExecutionResult => {
    const byName = byDocument.get(document) ?? new Map<string, CompiledQuery | ExecutionResult>();
    byDocument.set(document, byName);
    const compiled = byName.get(name) ?? compileQuery(schema, document, name === '' ? undefined : name);
    byName.set(name, compiled);
    return compiled;
  };
};
