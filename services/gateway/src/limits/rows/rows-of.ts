import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isListType,
} from 'graphql';
import { badUserInput, Refused } from '../../errors/refused.ts';
import { listSizes } from './list-sizes.ts';

type Values = Readonly<Record<string, unknown>>;

const largestPage = 100;
const pageArguments = ['first', 'last'] as const;

/** A field where it is asked for. */
export interface Asked {
  readonly field: FieldNode;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly parent: GraphQLNamedType;
}

/**
 * How many rows a field asks for, by its *coerced* arguments: a page's size, the length of a list of ids, else what such a list usually
 * holds. Refuses a page outside 1 to 100.
 */
export const rowsOf = ({ field, definition, parent }: Asked, variables: Values): number => {
  const usual = listSizes[`${parent.name}.${field.name.value}`] ?? 1;
  if (definition.args.length === 0) return usual;
  const values = valuesOf(field, definition, variables);
  const sizes = [...pageSizes(values, ''), ...Object.entries(values).flatMap(([name, value]) => pageSizesWithin(name, value))];
  if (sizes.length > 0) return Math.max(...sizes);
  if (isPaged(definition)) throw badUserInput('first');
  if (!isListType(getNullableType(definition.type))) return 1;
  return Math.max(usual, ...Object.values(values).map((value) => (Array.isArray(value) ? value.length : 1)));
};

const valuesOf = (field: FieldNode, definition: GraphQLField<unknown, unknown>, variables: Values): Values => {
  try {
    return getArgumentValues(definition, field, variables);
  } catch (error) {
    throw error instanceof Refused ? error : badUserInput(namedIn(error) ?? definition.args[0]?.name ?? '');
  }
};

// The library names it in its sentence alone, which goes on to repeat the value.
const namedIn = (error: unknown): string | undefined =>
  error instanceof Error ? /^Argument "([A-Za-z0-9_]+)"/.exec(error.message)?.[1] : undefined;

const isPaged = (definition: GraphQLField<unknown, unknown>): boolean =>
  getNamedType(definition.type).name.endsWith('Connection') && definition.args.some(({ name }) => name === 'first');

const pageSizes = (values: Values, prefix: string): readonly number[] =>
  pageArguments.flatMap((name) => {
    const size = values[name];
    if (typeof size !== 'number') return [];
    if (size < 1 || size > largestPage) throw badUserInput(`${prefix}${name}`);
    return [size];
  });

const pageSizesWithin = (name: string, value: unknown): readonly number[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? pageSizes(value as Values, `${name}.`) : [];
