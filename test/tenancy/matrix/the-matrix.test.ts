import { walls } from '@guichet/database/walls/define-table';
import { bareSchema } from '@guichet/gateway/schema';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { isObjectType } from 'graphql';
import { type CanaryWorld, schoolOf } from '../canary-world.ts';
import type { Principal } from './asking/principal.ts';
import { type Facts, mayMove, mayRead } from './facts.ts';
import type { Findings } from './findings.ts';
import { runMatrix } from './matrix.ts';
import { aMatrixWorld } from './matrix-world.ts';
import { kinds, members, policy, words } from './policy.ts';
import { factsOf, principalsOf } from './principals.ts';

let fixture: CanaryWorld;
let principals: readonly Principal[];
let facts: Facts;
let findings: Findings;

beforeAll(async () => {
  fixture = await aMatrixWorld();
  principals = principalsOf(fixture);
  facts = await factsOf(fixture);
  const database = new URL(fixture.world.ownerUrl).pathname.slice(1);
  await fixture.world.close();
  findings = await runMatrix({ fixture, principals, facts, database });
}, 900_000);

const named = (name: string) => principals.find((principal) => principal.name === name) as Principal;

describe('every field by every principal with every kind of id', () => {
  test('B-01 nobody reads a word of others, in data, errors, extensions or headers, decoded too', () => {
    expect([...findings.leaks]).toEqual([]);
  });

  test('B-01 B-12 B-18 nobody moves a row of others, whatever is answered', () => {
    expect([...findings.moves]).toEqual([]);
  });

  test('B-03 a foreign id is answered as an unknown one, byte for byte', () => {
    expect([...findings.oracles]).toEqual([]);
  });

  test('A-22 no cell is answered by a fault of ours', () => {
    expect([...findings.faults]).toEqual([]);
  });

  test('B-01 eighteen principals asked, in thousands of operations over real HTTP', () => {
    expect(principals).toHaveLength(18);
    expect(findings.operations).toBeGreaterThan(10_000);
  });
});

describe('the policy', () => {
  test('C-09 names every table once, and every type of the contract', async () => {
    const schema = await bareSchema();
    const types = Object.values(schema.getTypeMap())
      .filter(
        (type) =>
          isObjectType(type) && !type.name.startsWith('__') && !/^(Query|Mutation)$|(Connection|Edge|Payload)$/.test(type.name),
      )
      .map(({ name }) => name);
    const listed = (part: 'tables' | 'types') => Object.values(members).flatMap((each) => words(each[part]));
    expect(listed('types').toSorted()).toEqual(types.toSorted());
    expect(listed('tables').toSorted()).toEqual([...walls.map(({ table }) => table), 'seal'].toSorted());
    expect(Object.keys(members)).toEqual([...policy.keys()]);
    for (const rules of policy.values()) expect(Object.values(rules)).toHaveLength(kinds.length);
  });

  test('tells a word and a row of others from one’s own', () => {
    const word = { word: 'x', owner: 'C3', place: 'identity.lastName' };
    expect([mayRead(facts, named('OA'), word), mayRead(facts, named('OB'), word), mayRead(facts, named('KX'), word)]).toEqual([
      false,
      true,
      false,
    ]);
    const note = `note / ${facts.schoolId.B} / -`;
    expect([mayMove(facts, named('OA'), note), mayMove(facts, named('OB'), note), mayMove(facts, named('VA'), note)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(Object.keys(schoolOf)).toEqual(['A', 'B']);
  });
});
