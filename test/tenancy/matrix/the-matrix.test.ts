import { walls } from '@guichet/database/walls/define-table';
import { bareSchema } from '@guichet/gateway/schema';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { isObjectType } from 'graphql';
import { Client } from 'pg';
import { serverLog } from '../../world/server-log.ts';
import { schoolOf } from '../canary-world.ts';
import type { Principal } from './asking/principal.ts';
import { classOf } from './class-of.ts';
import { type Facts, mayMove, mayRead } from './facts.ts';
import type { Findings } from './findings.ts';
import { searchLog } from './in-the-logs.ts';
import { runMatrix } from './matrix.ts';
import { aMatrixWorld, type MatrixWorld } from './matrix-world.ts';
import { kinds, members, policy, words } from './policy.ts';
import { answeredToNobody, isExcused, neverAnswered, neverSucceeded } from './positive-control.ts';
import { factsOf, principalsOf } from './principals.ts';

let fixture: MatrixWorld;
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
  test('B-01 B-23 B-29 nobody reads a word of others, in data, errors, extensions, headers, mails or files, by filter or by id, decoded too', () => {
    expect([...findings.leaks]).toEqual([]);
  });

  test('B-01 B-12 B-18 nobody moves a row of others, whatever is answered', () => {
    expect([...findings.moves]).toEqual([]);
  });

  test('B-03 a foreign id is answered as an unknown one, byte for byte', () => {
    expect([...findings.oracles]).toEqual([]);
  });

  test('B-02 every field was answered with something to somebody who may read it, but for those that answer nobody', async () => {
    const unseen = await neverAnswered(findings);
    expect(unseen.filter((field) => !isExcused(field))).toEqual([]);
    expect(Object.keys(answeredToNobody).filter((field) => !unseen.includes(field))).toEqual([]);
  });

  test('B-02 every act of the contract did once what it is for', async () => {
    expect(await neverSucceeded(findings)).toEqual([]);
  });

  test('B-02 every planted word was told to somebody who may hear it, so the search would have found it elsewhere', () => {
    const unheard = fixture.canaries.all.filter(({ word }) => !findings.heard.has(word));
    expect(unheard.map(({ owner, place }) => `${place} of ${owner}`)).toEqual([]);
  });

  test('B-27 the file of an export is given to who asked for it, and to nobody else', () => {
    expect([...findings.filesRead].toSorted()).toEqual(['OA', 'OB']);
  });

  test('I-10 after all of it neither the log at its most talkative nor PostgreSQL’s own holds a word of anybody, an address, a cookie or a key', async () => {
    expect([...findings.inLogs]).toEqual([]);
    expect(findings.logLines).toBeGreaterThan(10_000);
    const client = new Client({ connectionString: process.env['GUICHET_TEST_ADMINISTRATOR'] });
    await client.connect();
    const log = await serverLog(async (text) => (await client.query(text)).rows);
    await client.end();
    expect(log).toContain('connection authorized');
    searchLog(fixture, log, findings);
    expect([...findings.inLogs]).toEqual([]);
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

  test('B-01 every class holds a planted word, but for those that hold no text or value of anybody', () => {
    const held = new Set(fixture.canaries.all.map(classOf));
    expect([...policy.keys()].filter((name) => !held.has(name))).toEqual([
      'reading trace',
      "school's keys", // what they are called stands among the names of people
      "school's exports",
      'plumbing',
    ]);
  });

  test('the consortium moves rows of a school only where an act is about that school', () => {
    const mayOP = (owner: string) => mayMove(facts, named('OP'), owner);
    const { A, B } = facts.schoolId;
    expect([mayOP(`break_glass / ${A} / -`), mayOP(`invitation / ${B} / -`), mayOP(`note / ${A} / -`)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([mayOP(`school / ${A} / -`), mayOP('school / a new one / -'), mayOP('campaign / - / -')]).toEqual([false, true, true]);
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
