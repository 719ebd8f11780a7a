import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  Kind,
  type ValidationContext,
  type ValidationRule,
  visit,
} from 'graphql';
import type { Limit } from '../errors/refusal-facts.ts';
import { Refused } from '../errors/refused.ts';
import type { Limits } from './limits.ts';
import { literalsRule } from './literals-rule.ts';
import { gathered } from './reached-fields.ts';

/** What keeps a document small before anything is executed; each counts through fragments. */
export const documentRules = (limits: Limits): readonly ValidationRule[] => [
  atMost(limits.depth, 'DEPTH', depthOf),
  atMost(limits.aliases, 'ALIASES', aliasesOf),
  atMost(limits.directives, 'COST', directivesOf),
  atMost(1, 'ALIASES', (document) => fieldsNamed(document, new Set(limits.codeFields))),
  literalsRule,
];

const atMost =
  (most: number, limit: Limit, measure: (document: DocumentNode) => number): ValidationRule =>
  (context: ValidationContext): ASTVisitor => ({
    Document(document) {
      if (measure(document) > most) context.reportError(new Refused('GRAPHQL_VALIDATION_FAILED', { limit }));
      return false;
    },
  });

const sum = (left: number, right: number) => left + right;

// Introspection is deep by nature and closed where it matters.
const isIntrospection = (field: FieldNode) => field.name.value.startsWith('__');

const depthOf = (document: DocumentNode) =>
  gathered(document, { field: (field, below) => (isIntrospection(field) ? 0 : 1 + below), join: Math.max });

const aliasesOf = (document: DocumentNode) =>
  gathered(document, { field: (field, below) => (field.alias === undefined ? below : 1 + below), join: sum });

const fieldsNamed = (document: DocumentNode, names: ReadonlySet<string>) =>
  names.size === 0
    ? 0
    : gathered(document, { field: (field, below) => (names.has(field.name.value) ? 1 + below : below), join: sum });

const directivesOf = (document: DocumentNode): number => {
  let count = 0;
  visit(document, { [Kind.DIRECTIVE]: () => void (count += 1) });
  return count;
};
