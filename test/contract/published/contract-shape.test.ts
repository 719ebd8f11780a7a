import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissions } from '@guichet/gateway/permissions';
import { coverageFaults } from '@guichet/gateway/permissions/coverage';
import { printedContract } from '@guichet/gateway/print-contract';
import { bareSchema, servedSchema } from '@guichet/gateway/schema';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  extendSchema,
  type GraphQLSchema,
  isScalarType,
  lexicographicSortSchema,
  parse,
  printSchema,
} from 'graphql';
import { misshapen, ownTypes, undescribed } from './contract-rules.ts';
import { forbiddenWays } from './reach.ts';

const root = join(import.meta.dirname, '../../..');
let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await bareSchema();
});
const planted = (sdl: string) => extendSchema(schema, parse(sdl));

describe('the published contract is the running one', () => {
  test('every printed page is what the code would print now (pnpm schema)', async () => {
    for (const [file, text] of Object.entries(await printedContract())) {
      expect([file, readFileSync(join(root, file), 'utf8')]).toEqual([file, text]);
    }
  });

  test('the schema served, behind its permissions, is the one printed', async () => {
    const served = `${printSchema(lexicographicSortSchema(await servedSchema()))}\n`;
    expect(served).toBe(readFileSync(join(root, 'schema/schema.graphql'), 'utf8'));
  });

  test('every field has a permission, and every permission a field', () => {
    expect(coverageFaults(schema, permissions)).toEqual([]);
    expect(coverageFaults(planted('extend type Campaign { planted: Int }'), permissions)).toEqual([
      'Campaign.planted has no permission',
    ]);
  });

  test('no plugin asks to see every field resolved', () => {
    const folder = join(root, 'services/gateway/src');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    expect(sources.filter((file) => readFileSync(join(folder, file), 'utf8').includes('willResolveField'))).toEqual([]);
  });
});

describe('the contract speaks', () => {
  test('every type, field, argument and enum value is described, and what may be null says when', () => {
    expect(undescribed(schema)).toEqual([]);
  });

  test('a silent field, argument, value and null are told', () => {
    const silent = buildSchema(`
      "Roots." type Query { bare: Int! "A number." maybe: Int "Chosen." picked(one: Kind): Int! }
      "Kinds." enum Kind { A "B." B }
      "Given." input Asked { "What." what: String }
      type Nameless { "Here." here: Int! }`);
    expect(undescribed(silent).toSorted()).toEqual([
      'Asked.what does not say when it is null',
      'Kind.A is not described',
      'Nameless is not described',
      'Query.bare is not described',
      'Query.maybe does not say when it is null',
      'Query.picked(one) is not described',
    ]);
  });

  test('connections, edges, mutations, payloads and inputs have the one shape', () => {
    expect(misshapen(schema)).toEqual([]);
  });

  test('another shape is told', () => {
    const odd = `
      type OddConnection { edges: [OddEdge!]! pageInfo: PageInfo! }
      type OddEdge { node: Campaign! }
      type OddPayload { done: Boolean! }
      input OddInput { what: Int! }
      extend type Mutation { odd(input: OddInput!, also: Int): OddPayload }`;
    expect(misshapen(planted(odd)).map((fault) => fault.split(/[ (]/)[0])).toEqual([
      'OddConnection',
      'OddEdge',
      'OddPayload',
      'odd',
      'OddInput',
    ]);
  });

  test('C-16 there is no free JSON: the scalars are those of the contract, and nothing streams', () => {
    const scalars = ownTypes(schema)
      .filter(isScalarType)
      .map(({ name }) => name);
    expect(scalars.filter((name) => !['DateTime', 'Date', 'EmailAddress', 'URL', 'Mark', 'Digest'].includes(name))).toEqual([]);
    expect(schema.getSubscriptionType()).toBeUndefined();
  });
});

describe('two faces, never one type with holes', () => {
  const desks = ['SchoolDesk', 'ReadingDesk', 'ConsortiumDesk'];
  const candidatesOwn = ['Application', 'Choice', 'Offer', 'Candidate', 'ShownState', 'SpecialArrangements', 'AccessLog'];
  const schoolsOwn = ['Candidacy', 'Dossier', 'Reading', 'AuditEntry', 'SchoolDesk', 'NoticeDraft', 'CandidacyState'];

  /** What an act of a desk answers with is part of its face. */
  const payloadsFor = (isFor: (kinds: ReadonlySet<string>) => boolean) =>
    Object.keys(schema.getMutationType()?.getFields() ?? {}).flatMap((name) => {
      const permission = permissions[`Mutation.${name}`];
      const payload = `${name.charAt(0).toUpperCase()}${name.slice(1)}Payload`;
      return permission !== undefined && permission !== 'allow' && isFor(permission) ? [payload] : [];
    });

  test('B-08 no path leads from a desk to a dossier as its candidate holds it, its choices or their order', () => {
    const roots = [...desks, ...payloadsFor((kinds) => !kinds.has('candidate'))];
    expect(roots.filter((name) => !schema.getType(name))).toEqual([]);
    expect(forbiddenWays(schema, roots, candidatesOwn)).toEqual([]);
  });

  test('no path leads from a candidate to what a school keeps of a candidacy', () => {
    const roots = ['Candidate', ...payloadsFor((kinds) => kinds.has('candidate'))];
    expect(forbiddenWays(schema, roots, schoolsOwn)).toEqual([]);
  });

  test('the order of preference stands on a choice and nowhere else', () => {
    const holders = [...printSchema(schema).matchAll(/^(?:type|interface) (\w+)[^}]*\bpreferenceRank\b/gm)].map(
      ([, type]) => type,
    );
    expect(holders).toEqual(['Choice']);
  });

  test('an edge between the faces is told, through whatever stands between', () => {
    const edges =
      'extend type Campaign { planted: Between } type Between { choices: [Choice] } extend type Choice { candidacy: Candidacy }';
    expect(forbiddenWays(planted(edges), ['SchoolDesk'], ['Choice'])).toEqual([
      'SchoolDesk.noticeDraft.campaign.planted.choices is Choice',
    ]);
    expect(forbiddenWays(planted(edges), ['Candidate'], ['Candidacy'])).toEqual([
      'Candidate.application.choices.candidacy is Candidacy',
    ]);
  });
});
