import { clockOf } from '../../mutants/broken-databases.ts';
import { keepReport } from '../../walls/keep-report.ts';
import { startTestServer } from '../../world/server.ts';
import type { Findings } from './findings.ts';
import { runMatrix } from './matrix.ts';
import { aMatrixWorld } from './matrix-world.ts';
import { fieldsAndMutations, isExcused, neverAnswered, neverSucceeded } from './positive-control.ts';
import { factsOf, principalsOf } from './principals.ts';
import { seenByClass } from './seen-by-class.ts';

/** The isolation matrix outside the runner of tests: the same run, and its figures kept in docs/reports. */
const began = performance.now();
const server = await startTestServer();
process.env['GUICHET_TEST_ADMINISTRATOR'] = server.administratorUrl;
process.env['GUICHET_TEST_OWNER'] = server.ownerUrl;
try {
  const { findings, principals, facts } = await wholeMatrix();
  const figures = {
    principals,
    ...(await figuresOf(findings)),
    seen: seenByClass(findings, facts),
    seconds: Math.round((performance.now() - began) / 1000),
  };
  keepReport('matrix', { date: await clockOf(server.administratorUrl), ...figures });
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  const { leaks, moves, oracles, faults } = findings;
  const unproven = [...figures.unseen.filter((field) => !isExcused(field)), ...figures.neverSucceeded];
  process.exitCode = leaks.size + moves.size + oracles.size + faults.size + unproven.length === 0 ? 0 : 1;
} finally {
  await server.stop();
}

async function wholeMatrix() {
  const fixture = await aMatrixWorld();
  const principals = principalsOf(fixture);
  const facts = await factsOf(fixture);
  const database = new URL(fixture.world.ownerUrl).pathname.slice(1);
  await fixture.world.close();
  return { findings: await runMatrix({ fixture, principals, facts, database }), principals: principals.length, facts };
}

/** Counts, and by name what was never seen: a field nobody was ever answered proves nothing. */
async function figuresOf(findings: Findings) {
  const { operations, ids, leaks, moves, oracles, faults } = findings;
  const { fields, mutations } = await fieldsAndMutations();
  const [unseen, never] = [await neverAnswered(findings), await neverSucceeded(findings)];
  return {
    operations,
    ids: ids.size,
    fields: fields.length,
    fieldsSeen: fields.length - unseen.length,
    mutations: mutations.length,
    mutationsSucceeded: mutations.length - never.length,
    leaks: [...leaks],
    moves: [...moves],
    oracles: [...oracles],
    faults: [...faults],
    unseen,
    neverSucceeded: never,
  };
}
