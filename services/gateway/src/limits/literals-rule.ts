import type { ASTVisitor, StringValueNode, ValidationContext } from 'graphql';
import { badUserInput, listTooLong } from '../errors/refused.ts';
import { isCleanText } from '../scalars/clean-text.ts';
import { longestList } from './limits.ts';

// Texts of people travel in variables; a document holds short ones at most.
const longestLiteral = 2000;

/** Refuses in the document itself what is refused in variables: texts no database keeps, and long lists; and long texts besides. */
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
      if (!isCleanText(node.value) || spanOf(node) > longestLiteral) context.reportError(badUserInput(within.join('.')));
    },
    ListValue: (node) => {
      if (node.values.length > longestList) context.reportError(listTooLong(within.join('.')));
    },
  };
};

// As written: a block of ten thousand empty lines has an empty value.
const spanOf = ({ loc, value }: StringValueNode): number => (loc === undefined ? value.length : loc.end - loc.start);
