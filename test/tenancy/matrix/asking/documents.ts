import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isInterfaceType } from 'graphql';
import { argumentsOf, leavesOf, type Path, pathsOf, type Step } from './schema-paths.ts';

/** A variable of a generated document: which argument it fills, and on the way to which type. */
export interface Slot {
  readonly name: string;
  readonly type: string;
  /** Argument and field, from which the kind of id is guessed. */
  readonly argument: string;
  readonly field: string;
  /** The concrete type asked for behind the field. */
  readonly target: string;
}

/** One generated operation that ends at one type. */
export interface Asked {
  readonly path: string;
  readonly type: string;
  /** Fields on the way, the last one included. */
  readonly steps: number;
  readonly query: string;
  readonly slots: readonly Slot[];
  /** The same without some of its leaf fields; null when none is left. */
  without(leaves: ReadonlySet<string>): Asked | null;
}

/** Small enough that lists within lists stay under the cost of a document. */
export const page = 3;

/** A document for every path: ids and type names on the way, every leaf field at its end. */
export const documentsOf = (schema: GraphQLSchema): readonly Asked[] =>
  pathsOf(schema).map((path) => documentOf(path, new Set()));

function documentOf(path: Path, left: ReadonlySet<string>): Asked {
  const slots: Slot[] = [];
  const selection = selectionOf(path, { slots, left });
  const declared = slots.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const { type } = path.at(-1) as Step;
  return {
    without: (leaves) => (leavesOf(type).every(({ name }) => leaves.has(name)) ? null : documentOf(path, leaves)),
    path: path.map(({ field, type: { name } }) => (isAbstract(field) ? `${field.name}(${name})` : field.name)).join('.'),
    type: type.name,
    steps: path.length,
    query: `query${declared === '' ? '' : ` (${declared})`} { ${selection} }`,
    slots,
  };
}

const isAbstract = (field: Step['field']) => isInterfaceType(getNamedType(field.type));

interface Drawing {
  readonly slots: Slot[];
  /** Leaf fields to leave out at the end of the way. */
  readonly left: ReadonlySet<string>;
}

function selectionOf(path: readonly Step[], drawing: Drawing): string {
  const [step, ...rest] = path as Path;
  const inner = rest.length === 0 ? leafSelection(step.type, drawing) : `${idOf(step.type)} ${selectionOf(rest, drawing)}`;
  const body = isAbstract(step.field) ? `__typename ... on ${step.type.name} { ${inner} }` : `__typename ${inner}`;
  return `${step.field.name}${filled(step, drawing.slots)} { ${body} }`;
}

const idOf = (type: GraphQLObjectType) => (type.getFields()['id'] ? 'id' : '');

const leafSelection = (type: GraphQLObjectType, { slots, left }: Drawing) =>
  leavesOf(type)
    .filter(({ name }) => !left.has(name))
    .map((field) => `${field.name}${filled({ field, type }, slots)}`)
    .join(' ');

function filled({ field, type }: Step, slots: Slot[]): string {
  const parts = argumentsOf(field).map((argument) => {
    if (argument.name === 'first') return `first: ${page}`;
    const name = `v${slots.length}`;
    slots.push({ name, type: String(argument.type), argument: argument.name, field: field.name, target: type.name });
    return `${argument.name}: $${name}`;
  });
  return parts.length === 0 ? '' : `(${parts.join(', ')})`;
}
