import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCanaryWorld, type CanaryWorld } from './canary-world.ts';

let fixture: CanaryWorld;
beforeAll(async () => {
  fixture = await aCanaryWorld();
}, 120_000);
afterAll(() => fixture.world.close());

test('I-09 a school’s trail of a common candidate tells of its own acts alone', async () => {
  const history = `query ($id: ID!) { node(id: $id) { ... on Candidacy { history(first: 50) { edges { node { action at actor { displayName } } } } } } }`;
  const id = Buffer.from(`Candidacy:${fixture.candidacies['C1 at A']}`).toString('base64url');
  const answer = await fixture.people.AA.ask(history, { id });
  expect(answer.errors).toEqual([]);
  const actors = fixture.canaries.in(answer.body).map(({ owner }) => owner);
  expect(new Set(actors)).toEqual(new Set(['staff A']));
  const [told] = await fixture.world.sql<{ n: number }>(
    `select count(*)::int as n from app.audit a join app.school s on s.id = a.school_id
      where s.slug = 'imt-mines-albi' and a.object_id = $1`,
    [fixture.candidacies['C1 at A']],
  );
  expect(answer.body.match(/"action"/g)).toHaveLength(told?.n ?? 0);
});
