import type { GraphQLFieldResolver } from 'graphql';

/** A resolver that looks at no `GraphQLResolveInfo`. */
export interface WithoutInfo<Source, Context> {
  readonly looksAtNoInfo: true;
  (source: Source, args: Arguments, context: Context): unknown;
}

type Arguments = Readonly<Record<string, unknown>>;
type Unmarked<Source, Context> = (source: Source, args: Arguments, context: Context) => unknown;

/**
 * Says that a resolver looks at no info: the compiler then hands it none. The path alone is as many objects as the field lies deep, and a
 * page has hundreds of fields; see decision 0042.
 */
export const withoutInfo = <Source, Context>(resolver: Unmarked<Source, Context>): WithoutInfo<Source, Context> =>
  Object.assign(resolver, { looksAtNoInfo: true as const });

/** Whether a resolver said so. */
export const isWithoutInfo = <Source, Context>(
  resolver: GraphQLFieldResolver<Source, Context> | WithoutInfo<Source, Context>,
): resolver is WithoutInfo<Source, Context> => 'looksAtNoInfo' in resolver;
