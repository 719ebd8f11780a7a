import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { withoutInfo } from './without-info.ts';

/** Under this, a row keeps what it carries for some of its fields, ready to be told. */
export const carried = Symbol('carried');

export type Carried = Readonly<Record<string, unknown>>;

/** A row that was read together with what its fields would else read for themselves. */
export interface Carrying {
  readonly [carried]?: Carried;
}

/** Before their resolvers, which look at no info, these fields tell what their row carries; a row that carries nothing is resolved as ever. */
export function withCarried(schema: GraphQLSchema, fields: readonly `${string}.${string}`[]): GraphQLSchema {
  for (const each of fields) {
    const [typeName = '', name = ''] = each.split('.');
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    if (field === undefined) throw new Error(`${each} is no field`);
    field.resolve = orElse(name, field.resolve);
  }
  return schema;
}

type Row = Carrying & Readonly<Record<string, unknown>>;
type WhoLooksAtNoInfo = (source: Row, args: object, context: unknown) => unknown;

function orElse(name: string, resolver: GraphQLFieldResolver<Row, unknown> | undefined) {
  const bare = (resolver ?? ((source) => source[name])) as WhoLooksAtNoInfo;
  return withoutInfo((source: Row, args: object, context: unknown) => {
    const ready = source[carried]?.[name];
    return ready === undefined ? bare(source, args, context) : ready;
  });
}
