import { code, type Mutant, passages } from '../mutant.ts';

const gateway = 'services/gateway/src';
const executor = `${gateway}/http/executor.ts`;
const rules = `${gateway}/limits/document-rules.ts`;
const documents = 'test/contract/edge-documents.test.ts';
const values = 'test/contract/edge-values.test.ts';

/** What one request keeps from the next, and what an answer gives away. */
const between: readonly Mutant[] = [
  {
    name: 'a loader shared by all requests',
    how: passages(
      {
        file: `${gateway}/candidacy/candidacy.loaders.ts`,
        from: `const histories = Symbol('histories by candidacy');`,
        to: `const histories = Symbol('histories by candidacy');\nconst everybodys = new Map<string, Promise<CandidacyRow>>();`,
      },
      {
        file: `${gateway}/candidacy/candidacy.loaders.ts`,
        from: 'return byKey(ids, await readCandidacies(work.db, readerOf(work), ids));\n      }),',
        to: 'return byKey(ids, await readCandidacies(work.db, readerOf(work), ids));\n      }, { cacheMap: everybodys }),',
      },
    ),
    dies: ['test/stories/desk/two-schools-never-see-each-other.test.ts'],
    tests: 'B-06 B-07|B-23',
  },
  {
    name: 'a reading leaves its principal on the connection',
    how: code(
      'packages/database/src/session/scope.ts',
      `set_config('app.candidate', $4, true), set_config('app.presented', $5, true), set_config('app.seal', $6, true)`,
      `set_config('app.candidate', $4, true), set_config('app.presented', $5, true), set_config('app.seal', $6, false)`,
    ),
    dies: ['test/tenancy/mixing/a-reading-leaves-nothing.test.ts'],
    tests: 'C-13',
  },
  {
    name: 'readings that share a connection are answered one for another',
    how: code(
      'packages/database/src/session/connection/readings-line.ts',
      'map((one) => sendOn(client, one))',
      'map((one, at, all) => sendOn(client, { ...one, answered: (all.at(-1 - at) ?? one).answered }))',
    ),
    dies: ['test/tenancy/mixing/readings-that-share-a-connection.test.ts'],
    tests: 'C-13 readings of many schools at once',
  },
  {
    name: 'who asks together is told apart by place',
    how: code(
      `${gateway}/account/session/looked-up-together.ts`,
      'return tokens.map((token) => found.get(token) ?? null);',
      'return tokens.map((_, index) => [...found.values()][index] ?? null);',
    ),
    dies: ['test/tenancy/mixing/requests-do-not-mix.test.ts'],
    tests: 'C-20 C-22',
  },
  {
    name: 'who asks is kept from one request to the next',
    how: code(`${gateway}/account/session/looked-up-together.ts`, 'cache: false,', 'cache: true,'),
    dies: ['services/gateway/src/account/session/looked-up-together.test.ts'],
    tests: 'D-07 nothing is kept',
  },
  {
    name: 'the text of an error reaches the caller',
    how: passages(
      {
        file: executor,
        from: 'errors: answers.map(({ refused }) => refused)',
        to: 'errors: answers.map(({ refused, cause }) => (cause instanceof Error ? (cause as GraphQLError) : refused))',
      },
      {
        file: `${gateway}/errors/format-error.ts`,
        from: 'return toldBy(refused, formatted);\n  };',
        to: 'return cause instanceof Error ? { ...toldBy(refused, formatted), message: cause.message } : toldBy(refused, formatted);\n  };',
      },
    ),
    dies: ['test/contract/edge-errors.test.ts'],
    tests: 'A-22 C-28 whatever a resolver throws',
  },
  {
    name: 'an existence oracle: a malformed id is told apart from an unknown one',
    how: passages(
      { file: `${gateway}/node/required-id.ts`, from: `import { notFound } from`, to: `import { badUserInput } from` },
      { file: `${gateway}/node/required-id.ts`, from: 'throw notFound();', to: `throw badUserInput('id');` },
    ),
    dies: ['test/tenancy/two-schools-answer-alike.test.ts'],
    tests: 'openCandidacy, by a candidacy’s id',
  },
  {
    name: 'an existence oracle: what is absent is an error, what is malformed is null',
    how: code(`${gateway}/node/node.resolver.ts`, `if (error instanceof Refused && error.code === 'NOT_FOUND') return null;`, ''),
    dies: ['test/tenancy/two-schools-answer-alike.test.ts'],
    tests: 'node, by a candidacy’s id',
  },
  {
    name: 'an act that answers null and writes all the same',
    how: code(executor, `await bound.finish(kind === 'query' || errors.length === 0);`, 'await bound.finish(true);'),
    dies: ['test/contract/edge-errors.test.ts'],
    tests: 'mutations',
  },
  {
    name: 'a way back: a candidacy leads to the candidate’s choices',
    how: code(
      `${gateway}/candidacy/candidacy.type.ts`,
      'readonly otherSchools!: OtherSchoolsType | null;\n}',
      `readonly otherSchools!: OtherSchoolsType | null;

  @Field(() => [ChoiceType], { description: 'What was chosen.' })
  readonly choices!: readonly ChoiceType[];
}
import { ChoiceType } from '../choice/choice.type.ts';`,
    ),
    dies: ['test/contract/published/contract-shape.test.ts'],
    tests: 'B-08 no path leads from a desk',
  },
  {
    name: 'a cursor is good for any list',
    how: code(`${gateway}/connection/keyset.ts`, ' || parts[0] !== digest', ''),
    dies: [values],
    tests: 'pages follow each other in both directions',
  },
];

/** What keeps a document small, and a foreign page out. */
const bounds: readonly Mutant[] = [
  {
    name: 'aliases are not counted',
    how: code(rules, 'field.alias === undefined ? below : 1 + below', 'field.alias === undefined ? below : below'),
    dies: [documents],
    tests: 'A-14 more than 15 aliases',
  },
  {
    name: 'a code is tried once an alias',
    how: code(rules, `atMost(1, 'ALIASES', (document) => fieldsNamed(document, new Set(limits.codeFields))),`, ''),
    dies: [documents],
    tests: 'A-14 a field that takes a code',
  },
  {
    name: 'a budget pays a field once, however many aliases ask for it',
    how: passages(
      { file: `${gateway}/limits/cost.ts`, from: 'let perRow = 0;', to: 'let perRow = 0;\n    const paid = new Set<string>();' },
      {
        file: `${gateway}/limits/cost.ts`,
        from: 'once += part.once;',
        to: 'if (selection.kind === Kind.FIELD && paid.has(selection.name.value)) continue;\n      if (selection.kind === Kind.FIELD) paid.add(selection.name.value);\n      once += part.once;',
      },
    ),
    dies: [values],
    tests: 'a document dearer than 2000 is refused',
  },
  {
    name: 'a fragment bomb is unfolded',
    how: code(`${gateway}/http/hardened-apollo.ts`, 'maxRecursiveSelections: 1000,', ''),
    dies: [documents],
    tests: 'A-10 a document that unfolds',
  },
  {
    name: 'the schema may be read in production',
    how: code(`${gateway}/http/hardened-apollo.ts`, 'introspection: parts.introspection,', 'introspection: true,'),
    dies: [documents],
    tests: 'A-18',
  },
  {
    name: 'a page as large as one likes',
    how: code(`${gateway}/limits/rows/rows-of.ts`, 'if (size < 1 || size > largestPage)', 'if (size < 1)'),
    dies: [values],
    tests: 'A-16 a page outside 1 to 100',
  },
  {
    name: 'a list as long as one likes',
    how: code(
      `${gateway}/limits/coerced-variables.ts`,
      'if (Array.isArray(value) && value.length > longestList) throw listTooLong(name);',
      '',
    ),
    dies: [values],
    tests: 'A-26',
  },
  {
    name: 'any origin may act with a person’s cookie',
    how: code(
      `${gateway}/http/request-guards.ts`,
      'if (origin === ours.origin) return true;',
      'if (ours.origin !== origin) return true;',
    ),
    dies: ['test/contract/edge-transport.test.ts'],
    tests: 'A-30',
  },
  {
    name: 'a wildcard searches',
    how: code(
      'packages/database/src/reference-data/institution.read.ts',
      String.raw`word.replace(/[\\%_]/g, (sign) => ${'`'}\\${'${'}sign}${'`'})`,
      'word',
    ),
    dies: ['test/stories/anybody-finds-an-institution.test.ts'],
    tests: 'finds nothing by a wildcard',
  },
];

/** Faults of the gateway beyond its permissions. */
export const requestMutants: readonly Mutant[] = [...between, ...bounds];
