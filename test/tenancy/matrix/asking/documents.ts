import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isInterfaceType } from 'graphql';
import { argumentsOf, leavesOf, type OptionalId, optionalIds, type Path, pathsOf, type Step } from './schema-paths.ts';

/** A variable of a generated document: which argument it fills, and on the way to which type. */
export interface Slot {
  readonly name: string;
  readonly type: string;
  /** Argument and field, from which the kind of id is guessed. */
  readonly argument: string;
  readonly field: string;
  /** The concrete type asked for behind the field. */
  readonly target: string;
  /** Beside it, every other id of the document is one's own. */
  readonly isOptional?: boolean;
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
  pathsOf(schema).flatMap((path) => [
    documentOf(path, { left: new Set(), optional: null }),
    ...optionalIds((path.at(-1) as Step).field).map((optional) => documentOf(path, { left: new Set(), optional })),
  ]);

/** What is left out at the end of a way, and the optional id given to its last field. */
interface Shape {
  readonly left: ReadonlySet<string>;
  readonly optional: OptionalId | null;
}

function documentOf(path: Path, shape: Shape): Asked {
  const slots: Slot[] = [];
  const selection = selectionOf(path, { ...shape, slots });
  const declared = slots.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const { type } = path.at(-1) as Step;
  return {
    without: (leaves) =>
      leavesOf(type).every(({ name }) => leaves.has(name)) ? null : documentOf(path, { ...shape, left: leaves }),
    path: `${path.map(({ field, type: { name } }) => (isAbstract(field) ? `${field.name}(${name})` : field.name)).join('.')}${by(shape)}`,
    type: type.name,
    steps: path.length,
    query: `query${declared === '' ? '' : ` (${declared})`} { ${selection} }`,
    slots,
  };
}

const isAbstract = (field: Step['field']) => isInterfaceType(getNamedType(field.type));

const by = ({ optional }: Shape) => (optional === null ? '' : ` by ${optional.within ?? optional.argument}`);

interface Drawing extends Shape {
  readonly slots: Slot[];
}

function selectionOf(path: readonly Step[], drawing: Drawing): string {
  const [step, ...rest] = path as Path;
  const inner = rest.length === 0 ? leafSelection(step.type, drawing) : `${idOf(step.type)} ${selectionOf(rest, drawing)}`;
  const body = isAbstract(step.field) ? `__typename ... on ${step.type.name} { ${inner} }` : `__typename ${inner}`;
  const optional = rest.length === 0 ? drawing.optional : null;
  return `${step.field.name}${filled(step, drawing.slots, optional)} { ${body} }`;
}

const idOf = (type: GraphQLObjectType) => (type.getFields()['id'] ? 'id' : '');

/** A list filtered by an id tells by its rows, and by how many. */
const rows = (type: GraphQLObjectType) => (type.getFields()['edges'] ? ' edges { __typename node { __typename } }' : '');

const leafSelection = (type: GraphQLObjectType, { slots, left, optional }: Drawing) =>
  leavesOf(type)
    .filter(({ name }) => !left.has(name))
    .map((field) => `${field.name}${filled({ field, type }, slots, null)}`)
    .join(' ') + (optional === null ? '' : rows(type));

function filled({ field, type }: Step, slots: Slot[], optional: OptionalId | null): string {
  const parts = argumentsOf(field).map((argument) => {
    if (argument.name === 'first') return `first: ${page}`;
    const name = `v${slots.length}`;
    slots.push({ name, type: String(argument.type), argument: argument.name, field: field.name, target: type.name });
    return `${argument.name}: $${name}`;
  });
  if (optional !== null) parts.push(given(optional, { field, type }, slots));
  return parts.length === 0 ? '' : `(${parts.join(', ')})`;
}

function given({ argument, within, type: taken }: OptionalId, { field, type }: Step, slots: Slot[]): string {
  const name = `v${slots.length}`;
  slots.push({ name, type: taken, argument: within ?? argument, field: field.name, target: type.name, isOptional: true });
  return within === null ? `${argument}: $${name}` : `${argument}: { ${within}: $${name} }`;
}
