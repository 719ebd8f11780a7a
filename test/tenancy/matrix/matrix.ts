import { join } from 'node:path';
import { exampleOperations } from '@guichet/gateway/http/query-page/example-operations';
import { bareSchema } from '@guichet/gateway/schema';
import type { CanaryWorld } from '../canary-world.ts';
import { documentsOf } from './asking/documents.ts';
import { exampleArguments } from './asking/example-values.ts';
import type { Principal } from './asking/principal.ts';
import { type Facts, mayMove, mayRead } from './facts.ts';
import { type Findings, noFindings } from './findings.ts';
import { type Acting, mutationOf, tryActs } from './run-acts.ts';
import { harvest, probe, type Reading } from './run-reads.ts';
import { runGateway } from './running-gateway.ts';

const operations = join(import.meta.dirname, '../../../schema/operations');

/** The whole matrix over one fixture, whose database nobody may hold open any more. */
export interface Matrix {
  readonly fixture: CanaryWorld;
  readonly principals: readonly Principal[];
  readonly facts: Facts;
  /** Name of the fixture's database. */
  readonly database: string;
}

export async function runMatrix({ fixture, principals, facts, database }: Matrix): Promise<Findings> {
  const schema = await bareSchema();
  const examples = exampleOperations(operations);
  const findings = noFindings();
  const { words, forbiddenIn } = { words: wordsOf(fixture), forbiddenIn: forbidden(fixture, facts) };
  const shared = { schema, words, findings, forbiddenIn };
  const gateway = await runGateway({ from: database, to: `${database}_asked` });
  const reading: Reading = { ...shared, port: gateway.port, documents: documentsOf(schema), given: exampleArguments(examples) };
  const acts = examples.filter((example) => mutationOf(example) !== '');
  const acting: Acting = { ...shared, acts, mayMove: (principal, owner) => mayMove(facts, principal, owner) };
  try {
    await harvest(reading, principals);
    await probe(reading, principals);
    for (const principal of principals) {
      await gateway.restore();
      await tryActs(acting, principal, gateway);
    }
  } finally {
    await gateway.close();
  }
  return findings;
}

/** Words of others in a reply; each word heard is remembered, so that what nobody ever heard is found too. */
const forbidden =
  ({ canaries }: CanaryWorld, facts: Facts): Reading['forbiddenIn'] =>
  (principal, text) =>
    canaries
      .in(text)
      .filter((word) => !mayRead(facts, principal, word))
      .map(({ owner, place }) => `${place} of ${owner}`);

const wordsOf = ({ dossiers }: CanaryWorld) => ({
  campaignSlug: 'astg3-2027',
  schoolSlug: 'imt-mines-albi',
  lastName: 'kny',
  statementDigest: dossiers.C1.statementDigest,
});
