import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema, ValidationRule } from 'graphql';
import type { Logger } from 'pino';
import { errorFormatter, type Unmasked } from '../errors/format-error.ts';
import { responseStatus } from './answer/response-status.ts';
import { toldOnce } from './answer/told-once.ts';
import { executingGateway, type Held } from './executor.ts';

/** What the hardened Apollo is made of. */
export interface ApolloParts {
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  readonly introspection: boolean;
  readonly maxTokens: number;
  readonly validationRules: readonly ValidationRule[];
  readonly plugins: readonly ApolloServerPlugin<Held>[];
  readonly newTraceId: () => string;
  readonly unmasked: Unmasked;
}

/** Apollo with every option that a default leaves open closed; the table of isolation, section 6. */
export const hardenedApollo = (parts: ApolloParts): ApolloServer<Held> =>
  new ApolloServer<Held>({
    gateway: executingGateway(parts.schema, parts.unmasked),
    introspection: parts.introspection,
    parseOptions: { maxTokens: parts.maxTokens },
    validationOptions: { maxErrors: 5 },
    maxRecursiveSelections: 1000,
    validationRules: [...parts.validationRules],
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    hideSchemaDetailsFromClientErrors: true,
    formatError: errorFormatter(parts.newTraceId, parts.unmasked),
    stringifyResult: toldOnce,
    logger: parts.log,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ...parts.plugins,
      responseStatus,
    ],
  });
