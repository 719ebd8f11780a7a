import { expect, test } from '@jest/globals';
import { buildSchema, type FieldNode, isObjectType, Kind, parse } from 'graphql';
import { Refused } from '../../errors/refused.ts';
import { rowsOf } from './rows-of.ts';

const schema = buildSchema(`
  enum Order { UP DOWN }
  input Narrowing { least: Int! }
  type Query { list(after: String, first: Int, orderBy: Order! = UP, narrowing: Narrowing): [Int] }`);

test('a list that takes neither a page nor ids counts as many rows as it usually holds; any other, one', () => {
  const lists = buildSchema(`
    type BulkOutcome { place: Int! }
    type BulkAct { outcomes: [BulkOutcome!]! summary: String! }
    type Label { name: String! }
    input ProposalInput { labelId: ID }
    type SchoolDesk { proposedAssignments(input: ProposalInput!): [Label!]! others: [Label!]! }
    type Query { act: BulkAct desk: SchoolDesk }`);
  const rows = (type: string, name: string, asked = name) => {
    const parent = lists.getType(type);
    const definition = isObjectType(parent) ? parent.getFields()[name] : undefined;
    const [operation] = parse(`{ ${asked} }`).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION || !parent || !definition) throw new Error('no list is asked for');
    return rowsOf({ field: operation.selectionSet.selections[0] as FieldNode, definition, parent }, {});
  };
  expect([rows('BulkAct', 'outcomes'), rows('BulkAct', 'outcomes', 'alias: outcomes { place }')]).toEqual([100, 100]);
  expect(rows('SchoolDesk', 'proposedAssignments', 'proposedAssignments(input: { labelId: "x" })')).toBe(100);
  expect([rows('BulkAct', 'summary'), rows('SchoolDesk', 'others')]).toEqual([1, 1]);
});

/** The argument a refusal names. */
function namedFor(query: string, variables: Readonly<Record<string, unknown>>): unknown {
  const [operation] = parse(query).definitions;
  const parent = schema.getQueryType();
  const definition = parent?.getFields()['list'];
  if (operation?.kind !== Kind.OPERATION_DEFINITION || !parent || !definition) throw new Error('no list is asked for');
  try {
    return rowsOf({ field: operation.selectionSet.selections[0] as FieldNode, definition, parent }, variables);
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
