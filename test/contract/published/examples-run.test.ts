import { join } from 'node:path';
import { type ExampleOperation, exampleOperations } from '@guichet/gateway/http/query-page/example-operations';
import { costOf } from '@guichet/gateway/limits/cost';
import { startLimits } from '@guichet/gateway/limits/limits';
import { bareSchema } from '@guichet/gateway/schema';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphQLSchema, getOperationAST, isObjectType, parse, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';
import { inOrder } from './acts-in-order.ts';
import { aScene, type Scene } from './example-scene.ts';
import { type LeftLine, leftInTheTrail, wrongly } from './left-in-the-trail.ts';

const examples = exampleOperations(join(import.meta.dirname, '../../../schema/operations'));

/** An example that shows how the procedure says no. */
const refused: Readonly<Record<string, string>> = { 'consortium/open-campaign': 'MISSING_SEATS' };

let scene: Scene;
let schema: GraphQLSchema;
beforeAll(async () => {
  [schema, scene] = await Promise.all([bareSchema(), aScene()]);
}, 120_000);
afterAll(() => scene.world.close());

const pathOf = ({ audience, name }: ExampleOperation) => `${audience}/${name}`;

async function variablesOf(example: ExampleOperation): Promise<Record<string, unknown>> {
  let text = example.variables;
  for (const [quoted, name = ''] of example.variables.matchAll(/"\{\{(\w+)\}\}"/g)) {
    text = text.replace(quoted, JSON.stringify(await valueAt(name, pathOf(example))));
  }
  return JSON.parse(text);
}

// Digests are what the step before showed, as a client would return them.
const shown = new Map<string, unknown>();
const valueAt = async (name: string, example: string) => (shown.has(name) ? shown.get(name) : scene.valueOf(name, example));

function remember(body: string) {
  const [, statement] = /"statementDigest":"(\w+)"/.exec(body) ?? [];
  if (statement) shown.set('statementDigest', statement);
  const [, notice] = /"noticeDraft":\{[^}]*"digest":"(\w+)"/.exec(body) ?? [];
  if (notice) shown.set('noticeDraftDigest', notice);
}

/** What each act left in the trails. */
const leftBy = new Map<string, readonly LeftLine[]>();

describe('every example runs as the person its folder names', () => {
  test.each(inOrder(examples).map((example) => [pathOf(example), example] as const))('%s', async (path, example) => {
    // The clock's own work: a campaign is closed before it is archived.
    if (path === 'consortium/archive-campaign') {
      await scene.world.sql(`update app.campaign set state = 'CLOSED', version = version + 1 where state = 'OPEN'`);
    }
    const person = scene.people[example.audience];
    if (!person) throw new Error(`Nobody stands for the folder ${example.audience}`);
    const variables = await variablesOf(example);
    const { answer, left } = await leftInTheTrail(scene.world, () => person.ask(example.query, variables));
    if (/^mutation/m.test(example.query) && !(path in refused)) leftBy.set(path, left);
    expect([answer.errors, answer.status]).toEqual([[], 200]);
    remember(answer.body);
    const codes = [...answer.body.matchAll(/"code":"([A-Z_]+)","message":"[^"]*","path"/g)].map(([, code]) => code);
    if (path in refused) expect(codes).toContain(refused[path]);
    else if (answer.body.includes('"userErrors"')) expect(JSON.stringify(answer.data)).toContain('"userErrors":[]');
  });
});

/** A device signed out is the accounts' business, and no trail's. */
const beside = new Set(['account/sign-a-device-out', 'account/sign-other-devices-out']);

test('I-07 every act left one entry where it changed something, and none twice', () => {
  const judged = new Map([...leftBy].filter(([path]) => !beside.has(path)));
  expect(judged.size).toBeGreaterThan(40);
  expect(wrongly(judged)).toEqual([]);
});

test('every folder is for somebody, and every example fits the schema', () => {
  expect([...new Set(examples.map(({ audience }) => audience))].toSorted()).toEqual(Object.keys(scene.people).toSorted());
  expect(examples.flatMap(({ query }) => validate(schema, parse(query)))).toEqual([]);
});

/** `Type.field` of every field an example selects. */
function touched(query: string): readonly string[] {
  const info = new TypeInfo(schema);
  const fields: string[] = [];
  const enter = () => void fields.push(`${info.getParentType()?.name}.${info.getFieldDef()?.name}`);
  visit(parse(query), visitWithTypeInfo(info, { Field: enter }));
  return fields;
}

/** The roots, and the faces behind them that are roots of their own. */
const roots = ['Query', 'Mutation', 'SchoolDesk', 'ReadingDesk', 'ConsortiumDesk', 'Candidate'];
const untouched = (queries: readonly string[]) => {
  const seen = new Set(queries.flatMap(touched));
  return roots.flatMap((name) => {
    const type = schema.getType(name);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    return fields.map((field) => `${name}.${field.name}`).filter((field) => !seen.has(field));
  });
};

test('the examples together touch every root field', () => {
  expect(untouched(examples.map(({ query }) => query))).toEqual([]);
  const withoutClock = examples.filter(({ name }) => name !== 'clock-and-budget');
  expect(untouched(withoutClock.map(({ query }) => query))).toEqual(['Query.rateLimit', 'Query.serverTime']);
});

test('every example costs less than half of what a document may', async () => {
  for (const example of examples) {
    const document = parse(example.query);
    const operation = getOperationAST(document);
    if (!operation) throw new Error(`${pathOf(example)} holds several operations`);
    const variables = JSON.parse(example.variables) as Record<string, unknown>;
    expect([pathOf(example), costOf({ schema, document, operation, variables }).requested < startLimits.cost / 2]).toEqual([
      pathOf(example),
      true,
    ]);
  }
});
