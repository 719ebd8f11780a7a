import { expect, test } from '@jest/globals';
import { buildSchema, execute, type GraphQLSchema, isScalarType, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { withDefaults } from './with-defaults.ts';

// What a caller leaves out stays as it was, null empties it: the patched compiler must hand a resolver what graphql-js does.
const words = `
  scalar Day
  enum Colour { RED GREEN }
  input Change { name: String days: [Day!] colour: Colour inner: Inner inners: [Inner!] }
  input Inner { number: Int day: Day }
  type Query { change(input: Change, day: Day, number: Int! = 7, colour: Colour = RED): String }`;

class Day {
  readonly words: string;
  constructor(value: unknown) {
    this.words = `the day ${String(value)}`;
  }
}

/** What the resolver was handed; `undefined` told apart from null and from absent. */
function handing(): { readonly schema: GraphQLSchema; readonly handed: string[] } {
  const schema = buildSchema(words);
  const handed: string[] = [];
  const day = schema.getType('Day');
  if (isScalarType(day)) {
    day.parseValue = (value) => new Day(value);
    day.parseLiteral = (node) => new Day('value' in node ? node.value : null);
  }
  const change = schema.getQueryType()?.getFields()['change'];
  if (change) change.resolve = (_source, args) => void handed.push(JSON.stringify(inOrder(args)));
  return { schema, handed };
}

const inOrder = (value: unknown): unknown => {
  if (value === undefined) return 'undefined';
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, below]) => [name, inOrder(below)]));
};

const inline =
  'query($name: String, $days: [Day!], $colour: Colour) { change(input: { name: $name, days: $days, colour: $colour }) }';
const deep =
  'query($n: Int, $d: Day) { change(input: { inner: { number: $n, day: $d }, inners: [{ number: $n }, { day: $d, number: 1 }] }) }';
const defaults =
  'query($d: Day! = "1", $n: Int! = 3, $c: Colour! = GREEN, $i: Change = { name: "a", days: ["2"] }) { change(input: $i, day: $d, number: $n, colour: $c) }';
const optional = 'query($d: Day = "1", $n: Int = 3, $c: Colour) { change(day: $d, number: $n, colour: $c) }';

test.each([
  ['variables left out within an object leave its fields out', inline, {}],
  ['some given, one of them null', inline, { name: null, colour: 'GREEN' }],
  ['all given', inline, { name: 'a', days: ['1', '2'], colour: 'RED' }],
  ['left out within lists and deeper objects', deep, {}],
  ['given within lists and deeper objects', deep, { n: 2, d: '3' }],
  ['defaults of required variables', defaults, {}],
  ['variables given beside their defaults', defaults, { n: 4, c: 'RED' }],
  ['a default that null replaces', defaults, { i: null }],
  ['defaults of optional variables', optional, {}],
  ['null instead of the default of a scalar', optional, { d: null, c: null }],
])('a compiled document hands on what graphql-js does: %s', async (_what, query, given) => {
  const document = parse(query);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const [ours, theirs] = [handing(), handing()];
  const compiled = compileQuery(ours.schema, document);
  if (!isCompiledQuery(compiled)) throw new Error('not compiled');
  expect((await compiled.query(undefined, {}, withDefaults(operation, given))).errors).toBeUndefined();
  await execute({ schema: theirs.schema, document, variableValues: given });
  expect(ours.handed).toHaveLength(1);
  expect(ours.handed).toEqual(theirs.handed);
});
