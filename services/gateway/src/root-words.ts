import type { GraphQLSchema } from 'graphql';

/** Words for the two roots, which no decorator reaches. */
export function withRootWords(schema: GraphQLSchema): GraphQLSchema {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  if (query)
    query.description = 'What may be read (lecture): what is public, one’s own account and dossier, the desk of the hat worn.';
  if (mutation)
    mutation.description =
      'What may be done (actes): each takes one input and answers with what it changed, or with every objection.';
  return schema;
}
