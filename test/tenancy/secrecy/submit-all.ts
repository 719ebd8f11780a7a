import { Agent } from 'node:http';
import { freshKey } from '../../world/dossier.ts';
import { post } from './door.ts';
import type { Candidates } from './planted-candidates.ts';

const document = `mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) {
  application { state } userErrors { code message } } }`;
const atOnce = 8;

/** Everybody submits, eight at a time, through the door all candidates use; throws when one was refused. */
export async function submitAll(port: number, { planted, statementDigest, version }: Candidates): Promise<void> {
  const waiting = [...planted];
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { applicationId } = next;
      const input = { applicationId, expectedVersion: version, idempotencyKey: freshKey(), statementDigest };
      const body = await post({ port, agent, cookie: next.cookie }, JSON.stringify({ query: document, variables: { input } }));
      if (!body.includes('"SUBMITTED"')) throw new Error(`A submission was refused: ${body}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, lane));
  } finally {
    agent.destroy();
  }
}
