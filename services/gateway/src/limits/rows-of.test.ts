import { expect, test } from '@jest/globals';
import { buildSchema, type FieldNode, Kind, parse } from 'graphql';
import { Refused } from '../errors/refused.ts';
import { rowsOf } from './rows-of.ts';

const schema = buildSchema(`
  enum Order { UP DOWN }
  input Narrowing { least: Int! }
  type Query { list(after: String, first: Int, orderBy: Order! = UP, narrowing: Narrowing): [Int] }`);

/** The argument a refusal names. */
function namedFor(query: string, variables: Readonly<Record<string, unknown>>): unknown {
  const [operation] = parse(query).definitions;
  const list = schema.getQueryType()?.getFields()['list'];
  if (operation?.kind !== Kind.OPERATION_DEFINITION || !list) throw new Error('no list is asked for');
  try {
    return rowsOf(operation.selectionSet.selections[0] as FieldNode, list, variables);
  } catch (error) {
    return error instanceof Refused ? error.facts.argument : error;
  }
}

test('a refused argument is named, not the first of its field', () => {
  const ordered = 'query($order: Order = DOWN) { list(first: 3, orderBy: $order) }';
  expect([namedFor(ordered, {}), namedFor(ordered, { order: 'UP' }), namedFor(ordered, { order: null })]).toEqual([
    3,
    3,
    'orderBy',
  ]);
  const narrowed = 'query($least: Int = 1) { list(first: 3, narrowing: { least: $least }) }';
  expect([namedFor(narrowed, { least: 2 }), namedFor(narrowed, { least: null })]).toEqual([3, 'narrowing']);
});
