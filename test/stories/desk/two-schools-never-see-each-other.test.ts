import { encodeId } from '@guichet/gateway/connection/node-id';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { act, freshKey, type HeldDossier, submitted } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let albi: Actor;
let ales: Actor;
let claire: Actor;
let held: HeldDossier;
let campaign: string;

const side = `query ($c: ID!) { desk { school { id slug name shortName city } queueCounts(campaignId: $c) { view count } members { id person { displayName } }
  candidacies(campaignId: $c, first: 10) { totalCount edges { cursor node { id state version receivedAt isUnopened openedAt otherSchools { count } notice { id version }
    specialisms { code } history(first: 10) { edges { node { id action at objectId actor { id displayName } } } }
    dossier { id number digest reference submittedAt institution identity { lastName } } } } } } }`;
const whole = async (person: Actor) => JSON.stringify((await person.read(side, { c: campaign })).desk);
const sole = async (person: Actor) => (await person.read(side, { c: campaign })).desk.candidacies.edges[0].node;

beforeAll(async () => {
  world = await aWorld();
  albi = await world.member('imt-mines-albi', ['ADMIN'], 'Alba');
  ales = await world.member('imt-mines-ales', ['ADMIN'], 'Alice');
  claire = await world.candidate('Claire');
  held = await submitted(claire, { schools: ['imt-mines-ales', 'imt-mines-albi'] });
  campaign = held.campaignId;
});
afterAll(() => world.close());

test('each school finds exactly one candidacy of the same dossier, under ids that have nothing in common', async () => {
  const [here, there] = [await sole(albi), await sole(ales)];
  expect(here.dossier.reference).toBe(there.dossier.reference);
  expect(here.receivedAt).toBe(there.receivedAt);
  const ids = [here, there].map(({ id, dossier, history }) => [id, dossier.id, history.edges[0].node.id]);
  expect(new Set(ids.flat()).size).toBe(6);
  for (const person of [albi, ales]) expect((await person.read(side, { c: campaign })).desk.candidacies.totalCount).toBe(1);
});

test('B-06 B-07 nothing a school reads names or counts the other schools, or tells what they did', async () => {
  const before = await whole(albi);
  const opened = await ales.read(
    'mutation ($input: OpenCandidacyInput!) { openCandidacy(input: $input) { candidacy { dossier { answers { text } } } } }',
    {
      input: { candidacyId: (await sole(ales)).id, idempotencyKey: freshKey() },
    },
  );
  expect(opened.openCandidacy.candidacy.dossier.answers).toHaveLength(1);
  expect(await whole(albi)).toBe(before);
  expect(before).not.toMatch(/ales|alès|alice|douai/i);
  expect((await sole(albi)).otherSchools).toBeNull();
});

test('B-08 no field of a school’s side is named after a preference, a choice or an application', async () => {
  for (const field of [
    'preferenceRank',
    'preferences',
    'choices { id }',
    'application { id }',
    'choice { id }',
    'rank',
    'candidateId',
  ]) {
    const answer = await albi.ask(
      `query ($c: ID!) { desk { candidacies(campaignId: $c, first: 1) { edges { node { ${field} } } } } }`,
      { c: campaign },
    );
    expect([field, answer.errors[0]?.extensions.code]).toEqual([field, 'GRAPHQL_VALIDATION_FAILED']);
  }
  const kinds = ['Application', 'Choice', 'Candidate'];
  for (const kind of kinds) {
    const [row] = await world.sql(`select id from app.${kind === 'Candidate' ? 'candidate' : 'application'} limit 1`);
    const id = Buffer.from(`${kind}:${row?.['id']}`).toString('base64url');
    expect(await albi.read('query ($id: ID!) { node(id: $id) { __typename id } }', { id })).toEqual({ node: null });
  }
});

test('B-23 another school’s rows are fetched by no id and through no fragment', async () => {
  const there = await sole(ales);
  const [member] = (await ales.read(side, { c: campaign })).desk.members;
  const asPerson = encodeId('Person', uuidOf(member.id));
  const ids = [there.id, there.dossier.id, there.history.edges[0].node.id, member.id, asPerson];
  const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Candidacy { state } ... on Dossier { reference }
    ... on AuditEntry { action } ... on Membership { functions } ... on Person { displayName } } }`;
  const unknown = Buffer.from(`Candidacy:${crypto.randomUUID()}`).toString('base64url');
  const { nodes } = await albi.read(document, { ids: [...ids, unknown, 'malformed', ''] });
  expect(nodes).toEqual(Array(8).fill(null));
  const own = await sole(albi);
  const [colleague] = (await albi.read(side, { c: campaign })).desk.members;
  const asColleague = encodeId('Person', uuidOf(colleague.id));
  const mine = await albi.read(document, { ids: [own.id, there.id, own.dossier.id, asPerson, asColleague] });
  expect(mine.nodes).toEqual([
    { __typename: 'Candidacy', id: own.id, state: 'RECEIVED' },
    null,
    { __typename: 'Dossier', id: own.dossier.id, reference: own.dossier.reference },
    null,
    { __typename: 'Person', id: asColleague, displayName: expect.any(String) },
  ]);
  // Every row there, of every kind a school keeps, by its own uuid.
  const rows = await world.sql<{ type: string; id: string }>(
    `with s as (select id from app.school where slug = 'imt-mines-ales')
     select 'Candidacy' as type, id from app.candidacy where school_id in (select id from s)
     union all select 'Dossier', id from app.candidacy where school_id in (select id from s)
     union all select 'AuditEntry', id from app.audit where school_id in (select id from s)
     union all select kind, id from app.membership, unnest(array['Membership', 'Person']) kind where school_id in (select id from s)`,
  );
  expect(new Set(rows.map(({ type }) => type)).size).toBe(5);
  const all = rows.map(({ type, id }) => encodeId(type, id));
  expect((await albi.read(document, { ids: all })).nodes).toEqual(all.map(() => null));
  expect((await ales.read(document, { ids: all })).nodes).not.toContain(null);
});

/** The uuid behind an opaque id. */
const uuidOf = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';

const tables = ['candidacy', 'opening', 'notice_draft', 'notice_version', 'school', 'membership', 'audit', 'dossier_head'];

/** Every row of the other school, as one digest a table. */
async function digest() {
  const digests: unknown[] = [];
  for (const table of tables) {
    const owner = table === 'school' ? 'id' : 'school_id';
    const [row] = await world.sql(`select md5(string_agg(t::text, '|' order by t::text)) as digest from app.${table} t
      where ${owner} = (select id from app.school where slug = 'imt-mines-ales')`);
    digests.push(row?.['digest']);
  }
  return digests;
}

test('B-12 B-24 an administrator’s acts reach its own school alone, whatever ids and fields they are given', async () => {
  const there = await sole(ales);
  const before = await digest();
  const opened = await albi.ask(
    'mutation ($input: OpenCandidacyInput!) { openCandidacy(input: $input) { userErrors { code } } }',
    {
      input: { candidacyId: there.id, idempotencyKey: freshKey() },
    },
  );
  expect(opened.errors[0]?.extensions.code).toBe('NOT_FOUND');
  const { desk } = await ales.read('{ desk { school { id } } }');
  const claims: readonly (readonly [string, object])[] = [
    ['saveSchool', { expectedVersion: 1, city: 'Pris' }],
    ['saveNotice', { campaignId: campaign, expectedVersion: 1, specialismsPerChoice: 1 }],
    ['openCandidacy', { candidacyId: (await sole(albi)).id }],
  ];
  for (const [verb, input] of claims) {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { userErrors { code } } }`;
    for (const extra of [
      { schoolId: desk.school.id },
      { authorId: ales.accountId },
      { state: 'ADMISSIBLE' },
      { id: there.id },
      { at: '2027-01-01T00:00:00Z' },
    ]) {
      const answer = await albi.ask(
        document,
        { input: { ...input, idempotencyKey: freshKey(), ...extra } },
        {
          headers: { accept: 'application/graphql-response+json' },
        },
      );
      expect([verb, answer.status, answer.data ?? null]).toEqual([verb, 400, null]);
    }
  }
  const answer = await albi.read(
    'mutation ($input: SaveSchoolInput!) { saveSchool(input: $input) { school { slug city } userErrors { code } } }',
    {
      input: { expectedVersion: 1, city: 'Albi-la-Rouge', idempotencyKey: freshKey() },
    },
  );
  expect(answer.saveSchool).toEqual({ school: { slug: 'imt-mines-albi', city: 'Albi-la-Rouge' }, userErrors: [] });
  expect(await digest()).toEqual(before);
});

test('a withdrawal from one school moves nothing at the other', async () => {
  const before = await whole(ales);
  await act(claire, 'withdrawChoices', {
    applicationId: held.applicationId,
    expectedVersion: held.version,
    idempotencyKey: freshKey(),
    schoolIds: [held.schoolIds['imt-mines-albi']],
    reason: 'CHANGED_PLANS',
  });
  expect((await sole(albi)).state).toBe('WITHDRAWN');
  expect((await albi.read(side, { c: campaign })).desk.queueCounts).toEqual([
    { view: 'ALL', count: 1 },
    { view: 'UNOPENED', count: 0 },
    { view: 'WITHDRAWN', count: 1 },
  ]);
  expect((await sole(albi)).history.edges.map(({ node }: Selected) => node.action)).toContain('CANDIDACY_WITHDRAWN');
  expect(await whole(ales)).toBe(before);
});
