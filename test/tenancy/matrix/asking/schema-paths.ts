import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** One step from a type to the next: a field, and the concrete type asked for where the field answers an interface. */
export interface Step {
  readonly field: GraphQLField<unknown, unknown>;
  readonly type: GraphQLObjectType;
}

/** A way from a root to a type: its own leaf fields are what the way asks for. */
export type Path = readonly [Step, ...Step[]];

/** As deep as the design asks for; wrappers of lists and `node` do not count. */
const depth = 5;
const uncounted = new Set(['edges', 'node', 'nodes']);

/** Every type reachable from every root of reading, by every distinct shortest path from that root. */
export function pathsOf(schema: GraphQLSchema): readonly Path[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  return roots.flatMap((root) => fromRoot(schema, root));
}

function fromRoot(schema: GraphQLSchema, root: GraphQLField<unknown, unknown>): readonly Path[] {
  const shortest = new Map<string, number>();
  const found: Path[] = [];
  // One list a length: wrappers of lists add nothing, so that what they hold is of the same length and comes in the same list.
  const byLength: Path[][] = [[], stepsBy(schema, root).map((step): Path => [step])];
  if (uncounted.has(root.name)) byLength.shift();
  for (let reached = 0; reached < byLength.length; reached++) {
    const paths = byLength[reached] ?? [];
    for (const path of paths) {
      if (!isShortest(shortest, path, reached)) continue;
      found.push(path);
      for (const step of nextSteps(schema, (path.at(-1) as Step).type)) {
        const further = reached + (uncounted.has(step.field.name) ? 0 : 1);
        if (further <= depth) (byLength[further] ??= []).push([...path, step]);
      }
    }
  }
  return found;
}

function isShortest(shortest: Map<string, number>, path: Path, reached: number): boolean {
  const { name } = (path.at(-1) as Step).type;
  const known = shortest.get(name) ?? reached;
  shortest.set(name, known);
  return known === reached;
}

const nextSteps = (schema: GraphQLSchema, type: GraphQLObjectType): readonly Step[] =>
  Object.values(type.getFields()).flatMap((field) => stepsBy(schema, field));

function stepsBy(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): readonly Step[] {
  const named: GraphQLNamedType = getNamedType(field.type);
  if (isObjectType(named)) return [{ field, type: named }];
  if (isInterfaceType(named)) return schema.getPossibleTypes(named).map((type) => ({ field, type }));
  return [];
}

/** Fields of a type that end a path, in the order of the schema. */
export const leavesOf = (type: GraphQLObjectType): readonly GraphQLField<unknown, unknown>[] =>
  Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)));

/** Arguments that must be given, and those that page a list. */
export const argumentsOf = (field: GraphQLField<unknown, unknown>): readonly GraphQLArgument[] =>
  field.args.filter(
    (argument) => argument.name === 'first' || (isNonNullType(argument.type) && argument.defaultValue === undefined),
  );
