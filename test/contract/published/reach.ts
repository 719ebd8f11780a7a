import { type GraphQLSchema, getNamedType, isAbstractType, isObjectType } from 'graphql';

/** Every type that a query may reach from one, with a shortest way to it. */
export function reachedFrom(schema: GraphQLSchema, root: string): ReadonlyMap<string, string> {
  const ways = new Map([[root, root]]);
  const waiting = [root];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    for (const [field, target] of edgesOf(schema, name)) {
      if (ways.has(target)) continue;
      ways.set(target, `${ways.get(name)}.${field}`);
      waiting.push(target);
    }
  }
  return ways;
}

/** A field leads to its type, and to every type behind an interface. */
function edgesOf(schema: GraphQLSchema, name: string): readonly (readonly [string, string])[] {
  const type = schema.getType(name);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const target = getNamedType(field.type);
    const behind = isAbstractType(target) ? schema.getPossibleTypes(target).map((each) => each.name) : [];
    return [target.name, ...behind].map((each) => [field.name, each] as const);
  });
}

/** The forbidden types among those reached, each by its way. */
export const forbiddenWays = (schema: GraphQLSchema, roots: readonly string[], forbidden: readonly string[]): readonly string[] =>
  roots.flatMap((root) => {
    const ways = reachedFrom(schema, root);
    return forbidden.flatMap((type) => (ways.has(type) ? [`${ways.get(type)} is ${type}`] : []));
  });
