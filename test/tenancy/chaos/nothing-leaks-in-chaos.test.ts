import { randomInt } from 'node:crypto';
import { bareSchema } from '@guichet/gateway/schema';
import { beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { documentsOf } from '../matrix/asking/documents.ts';
import { ask, type Principal, type Reply } from '../matrix/asking/principal.ts';
import type { Facts } from '../matrix/facts.ts';
import { inLanes } from '../matrix/in-lanes.ts';
import { aMatrixWorld, type MatrixWorld } from '../matrix/matrix-world.ts';
import { factsOf, principalsOf } from '../matrix/principals.ts';
import { runGateway } from '../matrix/running-gateway.ts';
import { survive } from './chaos-matrix.ts';

/** Printed, and taken from the environment to see a failure again. */
const seed = Number(process.env['GUICHET_CHAOS_SEED'] ?? randomInt(2 ** 31));

let fixture: MatrixWorld;
let principals: readonly Principal[];
let facts: Facts;
let database: string;

beforeAll(async () => {
  fixture = await aMatrixWorld();
  principals = principalsOf(fixture);
  facts = await factsOf(fixture);
  database = new URL(fixture.world.ownerUrl).pathname.slice(1);
  await fixture.world.close();
}, 120_000);

test('B-01 B-12 with one connection or three, while these break, answers wait and transactions are lost, nobody reads or moves what is another’s', async () => {
  const survived = await survive({ fixture, principals, facts, database, seed, share: 0.025, pools: [1, 3] });
  for (const { pool, suffered, findings } of survived) {
    const { operations, faults, leaks, moves } = findings;
    // oxlint-disable-next-line no-console -- the seed is what one needs to see a failure again
    console.log(JSON.stringify({ seed, pool, operations, ...suffered, errors: faults.size }));
    expect({ seed, pool, leaks: [...leaks], moves: [...moves] }).toEqual({ seed, pool, leaks: [], moves: [] });
    expect(Math.min(suffered.delays, suffered.rollbacks, suffered.broken)).toBeGreaterThan(0);
    expect(operations).toBeGreaterThan(150);
    // Where everything is refused nothing is proved.
    expect(faults.size / operations).toBeLessThan(0.7);
  }
}, 240_000);

test('B-34 while the database is gone every rule is asked and nobody is granted anything, and afterwards all is as before', async () => {
  const gateway = await runGateway({ from: database, to: `${database}_gone`, connections: 3 });
  const documents = documentsOf(await bareSchema()).filter(({ slots, steps }) => slots.length === 0 && steps <= 2);
  // An answer without a database may take the two seconds a connection is waited for: each question is put to every sixth, six ask at once.
  const askAll = async () => {
    const answers: Reply[] = [];
    await inLanes([...principals.entries()], 6, async ([place, principal]) => {
      const own = documents.filter((_, index) => index % 6 === place % 6);
      for (const { query } of own) answers.push(await ask(gateway.port, principal, { query, variables: {} }));
    });
    return answers;
  };
  const heard = (answers: readonly { body: string }[]) => fixture.canaries.in(answers.map(({ body }) => body).join('\n')).length;
  const before = heard(await askAll());
  const name = `${database}_gone`;
  // From another database: one may not shut the door one stands in.
  const server = new Client({ connectionString: process.env['GUICHET_TEST_ADMINISTRATOR'] });
  await server.connect();
  await server.query(`alter database ${name} allow_connections false`);
  await server.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename in ('app_login', 'auth_svc')`,
    [name],
  );
  const answers = await askAll();
  expect(heard(answers)).toBe(0);
  expect(answers.filter(({ codes, data }) => codes.length === 0 && !isOwnBudget(data))).toEqual([]);
  await server.query(`alter database ${name} allow_connections true`);
  await server.end();
  expect(before).toBeGreaterThan(10);
  expect(heard(await askAll())).toBe(before);
  await gateway.close();
}, 120_000);

/** What is left of one's budget is counted in memory, and nobody's secret. */
const isOwnBudget = (data: unknown) => Object.keys((data ?? {}) as object).join() === 'rateLimit';
