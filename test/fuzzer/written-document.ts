import { integerFrom, oneOf, type Random, shuffled } from '@guichet/platform/synthetic/random';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { chance, idOf, markOf, numberOf, type Source, textOf } from './hostile-values.ts';

/** An operation as it is sent. */
export interface Written {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Pen extends Source {
  readonly schema: GraphQLSchema;
  readonly declared: string[];
  readonly variables: Record<string, unknown>;
}

/** One operation drawn from the grammar of the schema: mostly it fits, its values seldom do. */
export function writtenFrom(schema: GraphQLSchema, source: Source): Written {
  const { random } = source;
  const pen: Pen = { ...source, schema, declared: [], variables: {} };
  const isMutation = chance(random, 0.4);
  const root = isMutation ? schema.getMutationType() : schema.getQueryType();
  const fields = Object.values(root?.getFields() ?? {});
  const chosen = shuffled(random, fields).slice(0, integerFrom(random, 1, isMutation ? 1 : 3));
  const body = chosen.map((field) => fieldText(field, integerFrom(random, 1, 5), pen)).join(' ');
  const declared = pen.declared.length === 0 ? '' : `(${pen.declared.join(', ')})`;
  return { query: `${isMutation ? 'mutation' : 'query'}${declared} { ${body} }`, variables: pen.variables };
}

function fieldText(field: GraphQLField<unknown, unknown>, depth: number, pen: Pen): string {
  const given = field.args.filter((argument) => isWanted(argument, pen.random)).map((argument) => argumentText(argument, pen));
  const alias = chance(pen.random, 0.03) ? `${markOf(pen.random)}: ` : '';
  const text = `${alias}${field.name}${given.length === 0 ? '' : `(${given.join(', ')})`}`;
  const type = getNamedType(field.type);
  return isLeafType(type) ? text : `${text} { ${selectionText(type, depth, pen)} }`;
}

function selectionText(type: GraphQLNamedType, depth: number, pen: Pen): string {
  if (isInterfaceType(type)) {
    const concrete = oneOf(pen.random, pen.schema.getPossibleTypes(type));
    return `__typename ... on ${concrete.name} { ${selectionText(concrete, depth, pen)} }`;
  }
  if (!isObjectType(type)) return '__typename';
  const fields = Object.values(type.getFields()).filter((field) => depth > 0 || isLeafType(getNamedType(field.type)));
  const chosen = shuffled(pen.random, fields).slice(0, integerFrom(pen.random, 1, 4));
  return ['__typename', ...chosen.map((field) => fieldText(field, depth - 1, pen))].join(' ');
}

// A list without its size, or an act without its input, is refused before anything else is tried: seldom is that wanted.
const isWanted = ({ name, type, defaultValue }: GraphQLArgument, random: Random) =>
  name === 'first' || (isNonNullType(type) && defaultValue === undefined) ? chance(random, 0.97) : chance(random, 0.25);

function argumentText(argument: GraphQLArgument, pen: Pen): string {
  const value = argument.name === 'first' ? pageSize(pen.random) : valueOf(argument.type, 3, pen);
  const name = `v${pen.declared.length}`;
  pen.declared.push(`$${name}: ${argument.type}`);
  pen.variables[name] = value;
  return `${argument.name}: $${name}`;
}

const pageSize = (random: Random): unknown => (chance(random, 0.85) ? integerFrom(random, 1, 3) : numberOf(random));

/** A value for an input: of the right shape more often than not. */
function valueOf(type: GraphQLInputType, depth: number, pen: Pen): unknown {
  const { random } = pen;
  if (isNonNullType(type)) return valueOf(type.ofType, depth, pen);
  if (chance(random, 0.02)) return oneOf<unknown>(random, [null, {}, [], { $ne: textOf(random) }, numberOf(random), true]);
  if (isListType(type)) return Array.from({ length: lengthOf(random) }, () => valueOf(type.ofType, depth - 1, pen));
  if (isEnumType(type)) {
    return chance(random, 0.92) ? oneOf(random, type.getValues()).name : markOf(random).toUpperCase();
  }
  if (isInputObjectType(type)) return objectOf(Object.values(type.getFields()), depth, pen);
  return scalarOf(getNamedType(type).name, pen);
}

const lengthOf = (random: Random) => (chance(random, 0.03) ? 101 : integerFrom(random, 0, 3));

function objectOf(fields: readonly GraphQLInputField[], depth: number, pen: Pen): Record<string, unknown> {
  const wanted = fields.filter(({ type }) => chance(pen.random, isNonNullType(type) ? 0.98 : 0.6));
  const known = wanted.map((field) => [field.name, depth > 0 ? keyOrValue(field, depth, pen) : null]);
  const alien = chance(pen.random, 0.03)
    ? [[oneOf(pen.random, ['schoolId', 'state', markOf(pen.random)]), textOf(pen.random)]]
    : [];
  return Object.fromEntries([...known, ...alien]);
}

function keyOrValue(field: GraphQLInputField, depth: number, pen: Pen): unknown {
  const { random, ids } = pen;
  if (field.name === 'idempotencyKey' && chance(random, 0.95)) return uuidOf(random);
  const fitting = getNamedType(field.type).name === 'ID' ? ids.filter((id) => isOf(field.name, id)) : [];
  if (fitting.length === 0 || chance(random, 0.3)) return valueOf(field.type, depth - 1, pen);
  const id = oneOf(random, fitting);
  return field.name.endsWith('Ids') ? [id] : id;
}

/** Whether an id names the type that a field is called after: `candidacyId` takes a candidacy's. */
const isOf = (name: string, id: string) =>
  `${Buffer.from(id, 'base64url').toString().split(':', 1)[0]}`.toLowerCase() === name.replace(/Ids?$/, '').toLowerCase();

const uuidOf = (random: Random) => {
  const digits = Array.from({ length: 30 }, () => integerFrom(random, 0, 15).toString(16)).join('');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(12, 15)}-8${digits.slice(15, 18)}-${digits.slice(18)}`;
};

function scalarOf(name: string, pen: Pen): unknown {
  const { random } = pen;
  if (name === 'ID') return idOf(pen);
  if (name === 'Int' || name === 'Float') return numberOf(random);
  if (name === 'Boolean') return chance(random, 0.5);
  if (name === 'EmailAddress' && chance(random, 0.7)) return `${markOf(random)}@ecole.example`;
  if (name === 'Digest' && chance(random, 0.7)) return 'a'.repeat(64);
  if (name === 'Date' && chance(random, 0.7)) return '2004-03-14';
  if (name === 'DateTime' && chance(random, 0.7)) return '2027-03-01T00:00:00.000Z';
  return textOf(random);
}
