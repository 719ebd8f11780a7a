import { beforeAll, expect, test } from '@jest/globals';
import { buildSchema, type ExecutionResult, execute, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { withoutInfo } from '../connection/without-info.ts';

// Everything that can go wrong below a list: the patched compiler must say of it what graphql-js says.
const words = `
  enum Colour { RED GREEN }
  type Query { rows: [Row!]! maybe: [Row] }
  type Row {
    name: String
    must: String!
    colour: Colour
    asked(n: Int): Int
    later: Int
    laterMust: Int!
    told: Int
    rows: [Row!]
    numbers: [Int!]!
    list: [Int]
  }`;
const document = parse(`{
  rows { ...Row rows { must asked(n: 2) later rows { must laterMust } } }
  maybe { must colour list told }
}
fragment Row on Row { name must colour asked(n: 1) later laterMust told numbers list }`);

type Given = Readonly<Record<string, unknown>>;
const whole: Given = {
  name: 'a',
  must: 'b',
  colour: 'RED',
  numbers: [1, 2],
  list: [1, null],
  asked: 1,
  later: 2,
  laterMust: 3,
  told: 4,
};

let schema: GraphQLSchema;
beforeAll(() => {
  schema = buildSchema(words);
  const type = schema.getType('Row');
  if (!isObjectType(type)) throw new Error('Row is no type');
  const { asked, later, laterMust, told } = type.getFields();
  const thrownOr = (value: unknown) => {
    if (value instanceof Error) throw value;
    return value;
  };
  if (asked) asked.resolve = (row: Given, ...[{ n }, , { path }]) => thrownOr(row['asked'] ?? `${n} ${path.key}`);
  if (later) later.resolve = async (row: Given) => thrownOr(row.later);
  if (laterMust) laterMust.resolve = async (row: Given) => thrownOr(row.laterMust);
  if (told) told.resolve = withoutInfo((row: Given) => thrownOr(row.told));
});

const faults: readonly (readonly [what: string, rows: readonly unknown[]])[] = [
  ['nothing wrong', [whole, { ...whole, rows: [{ ...whole, rows: [whole] }] }]],
  ['null where none may be', [whole, { ...whole, must: null }]],
  ['an enum’s value that is none', [{ ...whole, colour: 'BLUE' }]],
  ['a number that is none', [{ ...whole, numbers: [1, 'x'] }, whole]],
  ['an error as a value', [{ ...whole, name: new Error('as a value') }]],
  ['an error as a value where none may be', [{ ...whole, must: new Error('as a value') }]],
  ['a resolver that throws', [whole, { ...whole, asked: new Error('thrown') }]],
  ['a resolver without info that throws', [whole, { ...whole, told: new Error('thrown') }]],
  ['a resolver whose value is no number', [{ ...whole, asked: undefined }]],
  ['a promise that is refused', [whole, { ...whole, later: new Error('later') }]],
  ['a promise that is refused where none may be', [{ ...whole, laterMust: new Error('later') }, whole]],
  ['a promise of null where none may be', [{ ...whole, laterMust: null }]],
  ['a promise in a list', [{ ...whole, list: [1, Promise.resolve(2), null] }]],
  ['a refused promise in a list', [{ ...whole, list: [1, Promise.reject(new Error('in a list'))] }]],
  ['no list where one is due', [{ ...whole, numbers: 3 }]],
  ['a fault three lists deep', [{ ...whole, rows: [whole, { ...whole, rows: [whole, { ...whole, must: null }] }] }]],
  ['null for a row', [whole, null]],
];

// Of one message the two spell a field's name with and without quotation marks.
const unquoted = (message: string) => message.replaceAll('"', '');

const said = ({ data, errors = [] }: ExecutionResult) => ({
  data: JSON.parse(JSON.stringify(data ?? null)),
  errors: errors
    .map(({ message, path, locations }) => JSON.stringify({ message: unquoted(message), path, locations }))
    .toSorted(),
});

test.each(faults)('the compiled document answers as graphql-js does: %s', async (_what, rows) => {
  const compiled = compileQuery(schema, document);
  if (!isCompiledQuery(compiled)) throw new Error('not compiled');
  const root = { rows, maybe: rows };
  expect(said(await compiled.query(root, {}, {}))).toEqual(said(await execute({ schema, document, rootValue: root })));
});

test('a resolver that looks at no info is handed none, any other one is', async () => {
  const handed: Record<string, unknown> = {};
  const type = schema.getType('Row');
  if (!isObjectType(type)) throw new Error('Row is no type');
  const { name, colour } = type.getFields();
  if (name) name.resolve = withoutInfo((...given: unknown[]) => void (handed['name'] = given[3]));
  if (colour) colour.resolve = (...given) => void (handed['colour'] = given[3].path.key);
  const compiled = compileQuery(schema, parse('{ maybe { name colour } }'));
  if (isCompiledQuery(compiled)) await compiled.query({ maybe: [whole] }, {}, {});
  expect(handed).toEqual({ name: undefined, colour: 'colour' });
});
