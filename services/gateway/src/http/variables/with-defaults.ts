import { type OperationDefinitionNode, valueFromASTUntyped } from 'graphql';

type Values = Readonly<Record<string, unknown>>;

/**
 * The variables as a caller would have sent them who wrote out every default. The compiler takes no default for a required variable, and
 * hands a scalar's on unread, an instant as a mere text.
 */
export function withDefaults({ variableDefinitions = [] }: OperationDefinitionNode, given: Values): Values {
  const written = variableDefinitions.flatMap(({ variable: { name }, defaultValue }) =>
    defaultValue === undefined || Object.hasOwn(given, name.value) ? [] : [[name.value, valueFromASTUntyped(defaultValue)]],
  );
  return written.length === 0 ? given : { ...given, ...Object.fromEntries(written) };
}
