import { type GraphQLSchema, isInterfaceType } from 'graphql';

type ConcreteTypeOf = (row: never) => string;

/** Says at once which concrete type a row is: the library wraps that answer in a promise, and compiled documents do not wait for one. */
export function withConcreteTypes(schema: GraphQLSchema, typesOf: Readonly<Record<string, ConcreteTypeOf>>): GraphQLSchema {
  for (const [name, typeOf] of Object.entries(typesOf)) {
    const type = schema.getType(name);
    if (isInterfaceType(type)) type.resolveType = (row: unknown) => typeOf(row as never);
  }
  return schema;
}
