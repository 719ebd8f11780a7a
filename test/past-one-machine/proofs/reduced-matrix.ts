import { join } from 'node:path';
import { exampleOperations } from '@guichet/gateway/http/query-page/example-operations';
import { bareSchema } from '@guichet/gateway/schema';
import { type CanaryWorld, schoolOf } from '../../tenancy/canary-world.ts';
import { documentsOf } from '../../tenancy/matrix/asking/documents.ts';
import { exampleArguments } from '../../tenancy/matrix/asking/example-values.ts';
import type { Principal } from '../../tenancy/matrix/asking/principal.ts';
import { harvest, probe } from '../../tenancy/matrix/asking/run-reads.ts';
import { type Facts, mayRead } from '../../tenancy/matrix/facts.ts';
import { noFindings } from '../../tenancy/matrix/findings.ts';
import type { Found } from './proof.ts';

const operations = join(import.meta.dirname, '../../../schema/operations');

export interface MatrixPlan {
  readonly fixture: CanaryWorld;
  readonly facts: Facts;
  readonly principals: readonly Principal[];
  /** The balancer's. */
  readonly port: number;
}

/** Of each kind somebody, at both schools. */
const asked = new Set(['anonymous', 'C1', 'C3', 'OA', 'OB', 'AA', 'RA1', 'VA', 'KW', 'KB', 'OP']);

/** The reading half of the isolation matrix, of some of its documents: no word of others, and a foreign id like one of nobody. */
export async function reducedMatrix({ fixture, facts, principals, port }: MatrixPlan, every: number): Promise<Found> {
  const [schema, findings] = [await bareSchema(), noFindings()];
  const words = { campaignSlug: 'astg3-2027', schoolSlug: schoolOf.A, lastName: 'kny', statementDigest: 'a'.repeat(64) };
  const forbiddenIn = (principal: Principal, text: string) =>
    fixture.canaries
      .in(text)
      .filter((canary) => !mayRead(facts, principal, canary))
      .map(({ owner, place }) => `${place} of ${owner}`);
  const documents = documentsOf(schema).filter((_, place) => place % every === 0);
  const given = exampleArguments(exampleOperations(operations));
  const reading = { port, schema, documents, given, words, findings, forbiddenIn };
  const those = principals.filter(({ name }) => asked.has(name));
  await harvest(reading, those);
  await probe(reading, those);
  const { leaks, oracles, faults } = findings;
  return {
    principals: those.length,
    documents: documents.length,
    operations: findings.operations,
    fieldsSeen: findings.answered.size,
    faults: [...leaks, ...oracles, ...faults],
  };
}
