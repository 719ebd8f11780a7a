import type { Client } from 'pg';
import { type Fault, gateFaults } from '../tenancy/catalogue-gate.ts';
import type { Mutant } from './mutant.ts';
import type { Verdict } from './verdict.ts';

/** The test of the gate; its name in the report. */
export const gate = 'test/tenancy/catalogue-gate.test.ts';
const itsTest = 'C-01 the catalogue of the migrated database has no fault';

export const isGated = ({ dies }: Mutant) => dies.includes(gate);

/** What the gate says while a wall is away; the transaction puts it back, so that roles may be broken too. */
export async function faultsWithout(client: Client, { how }: Mutant): Promise<Fault[]> {
  await client.query('begin');
  try {
    for (const statement of how.kind === 'database' ? how.statements : []) await client.query(statement);
    return await gateFaults(client);
  } finally {
    await client.query('rollback');
  }
}

/** That test is this one statement: it is asked without a process of its own. */
export async function judgeByGate(client: Client, mutant: Mutant): Promise<Verdict> {
  const began = performance.now();
  const [first] = await faultsWithout(client, mutant);
  const seconds = (performance.now() - began) / 1000;
  if (!first) return { killers: [], said: '', seconds, trouble: null };
  const said = `${first.kind}: ${first.object}: ${first.detail}`;
  return { killers: [`${itsTest} (kind ${first.kind})`], said, seconds, trouble: null };
}
