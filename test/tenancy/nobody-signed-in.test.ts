import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { encodeId } from '@guichet/gateway/connection/node-id';
import { exampleOperations } from '@guichet/gateway/http/query-page/example-operations';
import { permissions } from '@guichet/gateway/permissions';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aWorld, type World } from '../world/world.ts';

const examples = exampleOperations(join(import.meta.dirname, '../../schema/operations'));

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

/** Anything of the right shape: who is nobody is refused before it is looked at. */
function anything(placeholder: string): unknown {
  if (placeholder === 'key') return randomUUID();
  if (placeholder.endsWith('Version')) return 1;
  return placeholder.endsWith('Digest') ? 'a'.repeat(64) : encodeId('Anything', randomUUID());
}

test('B-20 nobody signed in is answered by the public list alone', async () => {
  const open = ['campaign', 'campaigns', 'countries', 'institutions', 'mentions', 'node', 'nodes', 'previewAdmissibility'];
  const roots = Object.entries(permissions).filter(([line]) => /^(Query|Mutation)\./.test(line));
  const answering = roots.filter(([, permission]) => permission === 'allow').map(([line]) => line.split('.')[1]);
  expect(answering.toSorted()).toEqual([...open, 'rateLimit', 'school', 'serverTime', 'specialisms']);
  for (const { audience, name, query, variables } of examples.filter((example) => example.audience !== 'public')) {
    const filled = variables.replaceAll(/"\{\{(\w+)\}\}"/g, (_, placeholder: string) => JSON.stringify(anything(placeholder)));
    const { data, errors } = await world.nobody.ask(query, JSON.parse(filled));
    const answered = Object.values((data ?? {}) as object).filter((value) => value !== null);
    const codes = new Set(errors.map(({ extensions }) => extensions.code));
    expect([`${audience}/${name}`, answered, codes]).toEqual([`${audience}/${name}`, [], new Set(['UNAUTHENTICATED'])]);
  }
});
