import { type GraphQLSchema, isObjectType } from 'graphql';
import { encodeId } from '../connection/node-id.ts';
import { withoutInfo } from '../connection/without-info.ts';

/** The one place where a row's uuid becomes an opaque id: the field `id` of every type that is a `Node`. */
export function withNodeIds(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !type.getInterfaces().some(({ name }) => name === 'Node')) continue;
    const field = type.getFields().id;
    if (field) field.resolve = withoutInfo((row: { readonly id: string }) => encodeId(type.name, row.id));
  }
  return schema;
}
