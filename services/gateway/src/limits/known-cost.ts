import type { OperationDefinitionNode } from 'graphql';
import type { Cost } from './cost.ts';

type Values = Readonly<Record<string, unknown>>;

const mostShapes = 20;
const byOperation = new WeakMap<OperationDefinitionNode, Map<string, Cost>>();

/**
 * The static cost of an operation as long as Apollo keeps its document: it depends on how many rows are asked for, on what is left
 * out and on which variables stand, not on what they say. What is refused is judged anew.
 */
export function knownCost(operation: OperationDefinitionNode, variables: Values, judge: () => Cost): Cost {
  const shapes = byOperation.get(operation) ?? new Map<string, Cost>();
  byOperation.set(operation, shapes);
  const shape = shapeOf(variables);
  const cost = shapes.get(shape) ?? judge();
  if (shapes.size < mostShapes) shapes.set(shape, cost);
  return cost;
}

/** Numbers as they are, booleans too, for they leave fields out; lists by their items, texts by being there. */
function shapeOf(value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(shapeOf).join()}]`;
  // What a scalar made of a text is no object of the caller's.
  if (typeof value !== 'object' || !isPlain(value)) return 's';
  return `{${Object.entries(value)
    .map(([name, below]) => `${JSON.stringify(name)}:${shapeOf(below)}`)
    .join()}}`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
