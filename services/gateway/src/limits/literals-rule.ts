import type { ASTVisitor, ValidationContext } from 'graphql';
import { badUserInput } from '../errors/refused.ts';
import { isCleanText } from '../scalars/clean-text.ts';
import { longestList } from './limits.ts';

/** Refuses in the document itself what is refused in variables: texts no database keeps, and long lists. */
export const literalsRule = (context: ValidationContext): ASTVisitor => {
  // The names on the way are the schema's own by now: unknown ones were refused before.
  const within: string[] = [];
  const named = {
    enter: (node: { readonly name: { readonly value: string } }) => void within.push(node.name.value),
    leave: () => void within.pop(),
  };
  return {
    Argument: named,
    ObjectField: named,
    StringValue: (node) => {
      if (!isCleanText(node.value)) context.reportError(badUserInput(within.join('.')));
    },
    ListValue: (node) => {
      if (node.values.length > longestList) context.reportError(badUserInput(within.join('.')));
    },
  };
};
