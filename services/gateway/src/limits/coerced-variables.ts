import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromAST,
} from 'graphql';
import { badUserInput, listTooLong } from '../errors/refused.ts';
import { isCleanText } from '../scalars/clean-text.ts';
import { longestList } from './limits.ts';

type Values = Readonly<Record<string, unknown>>;

/** The variables of an operation as their types; what does not fit is `BAD_USER_INPUT` with its path, never with its value. Undeclared ones are ignored. */
export const coercedVariables = (schema: GraphQLSchema, operation: OperationDefinitionNode, given: Values): Values => {
  const coerced: Record<string, unknown> = {};
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    if (!isInputType(type)) throw badUserInput(name);
    const value = valueOf(definition, type, Object.hasOwn(given, name) ? given[name] : undefined);
    if (value !== undefined) coerced[name] = value;
  }
  return coerced;
};

const valueOf = (definition: VariableDefinitionNode, type: GraphQLInputType, given: unknown): unknown => {
  const name = definition.variable.name.value;
  if (given === undefined && definition.defaultValue !== undefined) return valueFromAST(definition.defaultValue, type);
  if (given == null) {
    if (isNonNullType(type)) throw badUserInput(name);
    return given;
  }
  refuseText(given, name);
  return coerceInputValue(given, type, (path) => {
    throw badUserInput([name, ...path].join('.'));
  });
};

// Looks at every text and list; keys are the caller's own words still, so the path stops at the variable.
const refuseText = (value: unknown, name: string): void => {
  if (typeof value === 'string' && !isCleanText(value)) throw badUserInput(name);
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value) && value.length > longestList) throw listTooLong(name);
  for (const below of Object.values(value)) refuseText(below, name);
};
