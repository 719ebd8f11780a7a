import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../world/actor.ts';
import { asConsortium } from '../../world/consortium.ts';
import { countStatements } from '../../world/count-statements.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let chair: Actor;

const campaigns = `query ($n: Int!) { consortium { campaigns(first: $n) { edges { node { version objections { code }
  campaign { slug members { school { name } } } deadlineMoves { reason author { displayName } }
  members { school { name } notice { version } checklist { item isDone } } preparing { school { name } } } } } } }`;
const schools = 'query ($n: Int!) { consortium { schools(first: $n) { edges { node { slug contact { name } } } } } }';
const trail = 'query ($n: Int!) { consortium { audit(first: $n) { edges { node { action actor { displayName } } } } } }';
const institutions = 'query ($n: Int!) { institutions(first: $n, search: "univ") { edges { node { name { fr } city } } } }';

beforeAll(async () => {
  world = await aWorld();
  chair = await world.consortium('Odile');
  // Sixty more of each, past every wall: lists longer than a story could make.
  await world.sql(`insert into app.school (id, slug, name, short_name, city, version)
    select gen_random_uuid(), 'school-' || n, 'School ' || n, 'S' || n, 'City', 1 from generate_series(1, 60) n`);
  await world.sql(`insert into app.campaign (id, slug, procedure, name_fr, entry_year, zone, opens_at, closes_at, max_choices, reply_policy,
      orals_mode, other_choices, fee_cents, required_ects, state, version)
    select gen_random_uuid(), 'campaign-' || n, procedure, name_fr, entry_year, zone, opens_at - interval '1 day', closes_at, max_choices, reply_policy, orals_mode,
      other_choices, fee_cents, required_ects, 'DRAFT', 1 from app.campaign, generate_series(1, 60) n`);
  await world.sql(`insert into app.campaign_member (school_id, campaign_id)
    select s.id, c.id from app.school s, app.campaign c where s.slug in ('school-1', 'school-2') and c.state = 'DRAFT'`);
  await world.sql(`insert into app.audit_person (id, principal_id, hat, act, at)
    select gen_random_uuid(), gen_random_uuid(), 'consortium', 'CAMPAIGN_UPDATED', app.clock() from generate_series(1, 60)`);
});
afterAll(() => world.close());

const rowsIn = (body: string) => body.match(/"node":\{/g)?.length ?? 0;

describe('a list costs the same statements for 1, 10 and 50 rows', () => {
  test.each(Object.entries({ campaigns, schools, trail, institutions }))(
    'C-26 of the consortium and the public: %s',
    async (_, document) => {
      const options = document === institutions ? undefined : asConsortium;
      const ask = (n: number) =>
        countStatements(() => (options ? chair.ask(document, { n }, options) : world.nobody.ask(document, { n })));
      await ask(1);
      const answers = [];
      for (const n of [1, 10, 50]) answers.push(await ask(n));
      for (const { answer } of answers) expect(answer.errors).toEqual([]);
      expect(answers.map(({ statements }) => statements.length)).toEqual(Array(3).fill(answers[0]?.statements.length));
      expect(rowsIn(answers[2]?.answer.body ?? '')).toBeGreaterThanOrEqual(50);
    },
  );
});

test('a page of the consortium’s lists is followed to its end, each row once', async () => {
  const slugs: string[] = [];
  let after: string | null = null;
  do {
    const document =
      'query ($after: String) { consortium { schools(first: 25, after: $after) { edges { node { slug } } pageInfo { hasNextPage endCursor } } } }';
    const page: {
      consortium: { schools: { edges: { node: { slug: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    } = await chair.read(document, { after }, asConsortium);
    slugs.push(...page.consortium.schools.edges.map(({ node }) => node.slug));
    after = page.consortium.schools.pageInfo.hasNextPage ? page.consortium.schools.pageInfo.endCursor : null;
  } while (after !== null);
  expect(slugs).toHaveLength(63);
  expect(slugs).toEqual([...new Set(slugs)].toSorted((a, b) => (a < b ? -1 : 1)));
});
