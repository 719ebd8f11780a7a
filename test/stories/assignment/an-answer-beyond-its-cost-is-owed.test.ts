import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../world/actor.ts';
import { freshKey } from '../../world/dossier.ts';
import { plantQueue } from '../../world/planted-queue.ts';
import { aWorld, type World } from '../../world/world.ts';
import { opaque, personId } from './assigning.ts';

const school = 'imt-mines-albi';
const example = readFileSync(join(import.meta.dirname, '../../../schema/operations/school/assign-readers.graphql'), 'utf8');
const outcomes = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on BulkAct { outcomes { candidacy { id } reader { id } } } } }`;

let world: World;
let officer: Actor;
let actId: string;
beforeAll(async () => {
  world = await aWorld();
  officer = await world.member(school, ['OFFICER']);
}, 120_000);
afterAll(() => world.close());

const costOf = ({ body }: { readonly body: string }) => JSON.parse(body).extensions.cost;

test('the largest act there is, a hundred dossiers for ten readers, tells its thousand outcomes as the example asks for them', async () => {
  const candidacyIds = opaque(
    await plantQueue(
      world,
      school,
      Array.from({ length: 100 }, (_, place) => ({ lastName: `Nom${place}` })),
    ),
  );
  const readerIds: string[] = [];
  while (readerIds.length < 10)
    readerIds.push(await personId(world, await world.member(school, ['REVIEWER'], `reader-${readerIds.length}`)));
  const answer = await officer.ask(example, { input: { candidacyIds, readerIds, idempotencyKey: freshKey() } });
  expect(answer.errors).toEqual([]);
  expect(answer.data.assignReaders.bulkAct.outcomes).toHaveLength(1000);
  expect(costOf(answer).requested).toBeLessThan(1000);
  actId = answer.data.assignReaders.bulkAct.id;
}, 120_000);

test('twenty times those outcomes in one document cost too much to be looked at', async () => {
  officer = await world.signInAgain(officer);
  const answer = await officer.ask(outcomes, { ids: Array(20).fill(actId) });
  expect([answer.data, answer.errors[0]?.extensions]).toEqual([null, { code: 'GRAPHQL_VALIDATION_FAILED', limit: 'COST' }]);
});

test('what an answer holds beyond what it was judged is owed: the next document waits until it is paid, and is told how long', async () => {
  const answer = await officer.ask(outcomes, { ids: Array(6).fill(actId) });
  const { requested, actual, available } = costOf(answer);
  expect([answer.status, requested, actual, available]).toEqual([200, 1807, 18_007, 0]);
  const next = await officer.ask('{ serverTime }');
  expect([next.status, next.errors[0]?.extensions.code]).toEqual([429, 'THROTTLED']);
  // A little over ten thousand was there, and eighteen were spent, at a hundred regained a second.
  expect(Number(next.errors[0]?.extensions.retryAfter)).toBeGreaterThan(60);
  const { rateLimit } = (await world.nobody.read('{ rateLimit { remaining } }')) as { rateLimit: { remaining: number } };
  expect(rateLimit.remaining).toBeGreaterThan(9000);
});
