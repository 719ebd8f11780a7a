import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
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

/** Every type reachable from every root of reading, by every distinct shortest path from that root; and from each root every field once, if it leads round about. */
export function pathsOf(schema: GraphQLSchema): readonly Path[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  return roots.flatMap((root) => fromRoot(schema, root));
}

function fromRoot(schema: GraphQLSchema, root: GraphQLField<unknown, unknown>): readonly Path[] {
  const asked = new Set<string>();
  const shortest = new Map<string, number>();
  const found: Path[] = [];
  // One list a length: wrappers of lists add nothing, so that what they hold is of the same length and comes in the same list.
  const byLength: Path[][] = [[], stepsBy(schema, root).map((step): Path => [step])];
  if (uncounted.has(root.name)) byLength.shift();
  for (let reached = 0; reached < byLength.length; reached++) {
    const paths = byLength[reached] ?? [];
    for (const path of paths) {
      const isWay = isShortest(shortest, path, reached);
      // What `nodes` answers, `node` answers too, and is asked there round about.
      if (isWay || (root.name !== 'nodes' && !asked.has(lastField(path)))) found.push(path);
      asked.add(lastField(path));
      if (!isWay) continue;
      for (const step of nextSteps(schema, (path.at(-1) as Step).type)) {
        const further = reached + (uncounted.has(step.field.name) ? 0 : 1);
        if (further <= depth) (byLength[further] ??= []).push([...path, step]);
      }
    }
  }
  return found;
}

/** The field a path ends with, on the type it stands in, and what it is asked for as. */
const lastField = (path: Path) => {
  const [before, last] = [path.at(-2), path.at(-1) as Step];
  return `${before?.type.name ?? 'Query'}.${last.field.name}: ${last.type.name}`;
};

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

/** Optional arguments that take an id of something: by name alone, or as a field of an input object. */
export const optionalIds = (field: GraphQLField<unknown, unknown>): readonly OptionalId[] =>
  field.args
    .filter(({ type, defaultValue }) => !isNonNullType(type) || defaultValue !== undefined)
    .flatMap((argument) => {
      const named = getNamedType(argument.type);
      const inside = isInputObjectType(named) ? Object.values(named.getFields()) : [argument];
      return inside
        .filter(({ type }) => String(getNamedType(type)) === 'ID')
        .map(({ name, type }) => ({
          argument: argument.name,
          within: isInputObjectType(named) ? name : null,
          type: String(type),
        }));
    });

export interface OptionalId {
  readonly argument: string;
  /** The field of the argument's input object; null where the argument is the id. */
  readonly within: string | null;
  readonly type: string;
}

/** Arguments that must be given, and those that page a list. */
export const argumentsOf = (field: GraphQLField<unknown, unknown>): readonly GraphQLArgument[] =>
  field.args.filter(
    (argument) => argument.name === 'first' || (isNonNullType(argument.type) && argument.defaultValue === undefined),
  );
