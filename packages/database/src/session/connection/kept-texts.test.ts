import { describe, expect, test } from '@jest/globals';
import {
  type CompiledQuery,
  expressionBuilder,
  type KyselyPlugin,
  PostgresQueryCompiler,
  type RawBuilder,
  type RawNode,
  sql,
} from 'kysely';
import { type Compile, keepingTexts } from './kept-texts.ts';
import { rowsThrough } from './rows-through.ts';

const compiler = new PostgresQueryCompiler();

/** What reaches the library's compiler is counted. */
function counted() {
  const compiled: string[] = [];
  const compile: Compile = (node, queryId) => {
    const made = compiler.compileQuery(node, queryId);
    compiled.push(made.sql);
    return made;
  };
  return { keep: keepingTexts(compile), compiled };
}

const nodeOf = (statement: RawBuilder<unknown>) => statement.toOperationNode() as CompiledQuery['query'];
const queryId = { queryId: '1' };
const told = ({ sql: text, parameters }: CompiledQuery) => ({ text, parameters });
const theLibrarys = (statement: RawBuilder<unknown>) => told(compiler.compileQuery(nodeOf(statement), queryId));

const part = (value: unknown) => sql`x = ${value}`;
const other = (value: unknown) => sql`y = ${value}`;
const statements: Readonly<Record<string, (value: unknown) => RawBuilder<unknown>>> = {
  'a value': (value) => sql`select ${value}`,
  'templates in one another': (value) => sql`select 1 where ${part(value)} and ${other(7)} and ${part(null)}`,
  'the same templates in another order': (value) => sql`select 1 where ${other(value)} and ${part(7)} and ${part(null)}`,
  'a list as one value': (value) => sql`select any(${[value, 2]}::int[])`,
  'a part left out': (value) => sql`select ${value === 1 ? part(value) : sql``}`,
  'a name': (value) => sql`select ${sql.ref(`t${value}`)}`,
  'a literal': (value) => sql`select ${sql.lit(value)}`,
  'a literal of an expression': (value) => sql`select ${expressionBuilder<object>().lit(Number(value))}`,
  'a list joined': (value) => sql`select ${sql.join(Array.from({ length: Number(value) }, (_, index) => index))}`,
  'a text as it is': (value) => sql`select ${sql.raw(String(value))}`,
};

describe.each(Object.entries(statements))('%s', (_name, statement) => {
  test('is told as the library tells it, the first time and ever after', () => {
    const { keep } = counted();
    for (const value of [1, 2, 1, 3])
      expect(told(keep(nodeOf(statement(value)), queryId))).toEqual(theLibrarys(statement(value)));
  });
});

test('a statement of templates and values alone is compiled once', () => {
  const { keep, compiled } = counted();
  const statement = (value: unknown) => nodeOf(sql`select ${value} where ${part(value)}`);
  const texts = [1, 2, 3].map((value) => keep(statement(value), queryId).sql);
  expect(compiled).toEqual(['select $1 where x = $2']);
  expect(new Set(texts)).toEqual(new Set(compiled));
});

test('statements asked for at once are sent in their order, none waiting for another', async () => {
  const sent: string[] = [];
  const db = rowsThrough(async ({ text }) => {
    sent.push(text);
    return { rows: [{ text }], command: 'SELECT', rowCount: 1 };
  });
  const asking = [sql`select 1`.execute(db), sql`select 2`.execute(db)];
  expect(sent).toEqual(['select 1', 'select 2']);
  expect((await Promise.all(asking)).map(({ rows }) => rows)).toEqual([[{ text: 'select 1' }], [{ text: 'select 2' }]]);
});

test('a statement that a plugin rewrites is sent as it came out', async () => {
  const sent: string[] = [];
  const db = rowsThrough(async ({ text }) => {
    sent.push(text);
    return { rows: [], command: 'SELECT', rowCount: 0 };
  });
  await sql`select ${1}`.execute(db.withPlugin(explaining));
  await sql`select ${1}`.execute(db);
  expect(sent).toEqual(['explain select $1', 'select $1']);
});

const explaining: KyselyPlugin = {
  transformQuery: ({ node }) => {
    const { sqlFragments, ...raw } = node as RawNode;
    return { ...raw, sqlFragments: [`explain ${sqlFragments[0]}`, ...sqlFragments.slice(1)] };
  },
  transformResult: async ({ result }) => result,
};
