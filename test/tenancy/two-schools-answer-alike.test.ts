import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../world/actor.ts';
import { freshKey, submitted } from '../world/dossier.ts';
import { aWorld, type World } from '../world/world.ts';

let world: World;
let albi: Actor;
let ales: Actor;
let campaign: string;
let ids: Readonly<Record<'own' | 'sibling' | 'foreign', string>>;

const opaque = (type: string, uuid: string) => Buffer.from(`${type}:${uuid}`).toString('base64url');
const retyped = (id: string, type: string) => opaque(type, Buffer.from(id, 'base64url').toString().split(':')[1] ?? '');

const queue = `query ($c: ID!) { desk { candidacies(campaignId: $c, first: 10, orderBy: LAST_NAME_ASC) { edges { node {
  id state history(first: 5) { edges { node { action } } } dossier { reference identity { lastName } } } } } } }`;
const listed = async (person: Actor) =>
  (await person.read(queue, { c: campaign })).desk.candidacies.edges.map(({ node }: Selected) => node);

beforeAll(async () => {
  world = await aWorld();
  albi = await world.member('imt-mines-albi', ['ADMIN'], 'Alba');
  ales = await world.member('imt-mines-ales', ['ADMIN'], 'Alice');
  ({ campaignId: campaign } = await submitted(await world.candidate('Commune'), {
    schools: ['imt-mines-albi', 'imt-mines-ales'],
  }));
  await submitted(await world.candidate('Seule'), { schools: ['imt-mines-ales'] });
  const [[own], [sibling, foreign]] = [await listed(albi), await listed(ales)];
  ids = { own: own.id, sibling: sibling.id, foreign: foreign.id };
});
afterAll(() => world.close());

/** Status and bytes, but for what is left of the caller's budget. */
const shown = ({ status, body }: { status: number; body: string }) => `${status} ${body.replace(/"available":[\d.]+/, '')}`;

describe('B-03 at the desk another school’s id, an unknown one and a malformed one answer the same bytes', () => {
  const candidacyFields: Readonly<Record<string, string>> = {
    neighbours: 'query ($id: ID!) { desk { neighbours(candidacyId: $id) { next { id } } } }',
    node: 'query ($id: ID!) { node(id: $id) { __typename id ... on Candidacy { state } } }',
    nodes: 'query ($id: ID!) { nodes(ids: [$id]) { __typename id } }',
    openCandidacy: `mutation ($id: ID!) { openCandidacy(input: { candidacyId: $id, idempotencyKey: "0123456789abcdef" }) { candidacy { id } } }`,
  };

  test.each(Object.entries(candidacyFields))('%s, by a candidacy’s id', async (_, document) => {
    const unlike = [
      ids.sibling,
      ids.foreign,
      opaque('Candidacy', crypto.randomUUID()),
      'malformed',
      '',
      `${ids.own}=`,
      retyped(ids.own, 'Campaign'),
    ];
    const answers = [];
    for (const id of unlike) answers.push(shown(await albi.ask(document, { id })));
    expect(new Set(answers).size).toBe(1);
    expect(shown(await albi.ask(document, { id: ids.own }))).not.toBe(answers[0]);
  });

  const tables = { Dossier: 'candidacy', AuditEntry: 'audit', Membership: 'membership', Person: 'membership' };

  test.each(Object.entries(tables))('node, by the id of a %s that is there, in another school', async (type, table) => {
    const document = 'query ($id: ID!) { node(id: $id) { __typename id } }';
    const rowsOf = (slug: string) =>
      world.sql<{ id: string }>(
        `select t.id from app.${table} t join app.school s on s.id = t.school_id where s.slug = $1 order by t.id`,
        [slug],
      );
    const [own, foreign] = [await rowsOf('imt-mines-albi'), await rowsOf('imt-mines-ales')];
    expect(foreign.length).toBeGreaterThan(0);
    const answers = [];
    for (const id of [...foreign.map((row) => row.id), crypto.randomUUID()]) {
      answers.push(shown(await albi.ask(document, { id: opaque(type, id) })));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('{"node":null}');
    for (const { id } of own) expect(shown(await albi.ask(document, { id: opaque(type, id) }))).toContain(`"${type}"`);
  });

  test('node, by the id of a Reading, which is a reviewer’s alone', async () => {
    const document = 'query ($id: ID!) { node(id: $id) { __typename id } }';
    for (const id of [ids.own, ids.sibling, ids.foreign, opaque('X', crypto.randomUUID())])
      expect(shown(await albi.ask(document, { id: retyped(id, 'Reading') }))).toContain('{"node":null}');
  });

  const draftActs = { saveNotice: '', freezeNotice: `digest: "${'0'.repeat(64)}", reason: "x",` };
  const campaignFields: Readonly<Record<string, string>> = {
    candidacies: 'query ($id: ID!) { desk { candidacies(campaignId: $id, first: 2) { edges { node { id } } } } }',
    queueCounts: 'query ($id: ID!) { desk { queueCounts(campaignId: $id) { count } } }',
    noticeDraft: 'query ($id: ID!) { desk { noticeDraft(campaignId: $id) { version } } }',
    ...Object.fromEntries(
      Object.entries(draftActs).map(([act, more]) => [
        act,
        `mutation ($id: ID!) { ${act}(input: { campaignId: $id, expectedVersion: 1, ${more} idempotencyKey: "${act}-0123456789" }) { userErrors { code } } }`,
      ]),
    ),
  };

  test.each(Object.entries(campaignFields))('%s, by a campaign’s id', async (_, document) => {
    const answers = [];
    for (const id of [opaque('Campaign', crypto.randomUUID()), 'malformed', '', ids.own, retyped(ids.own, 'Campaign')]) {
      answers.push(shown(await albi.ask(document, { id })));
    }
    expect([...new Set(answers)]).toHaveLength(1);
    expect(shown(await albi.ask(document, { id: campaign }))).not.toBe(answers[0]);
  });

  test('filters by ids that exist elsewhere, nowhere or not at all', async () => {
    const document = `query ($c: ID!, $f: CandidacyFilter) { desk { candidacies(campaignId: $c, first: 5, filter: $f) { edges { node { id } } } } }`;
    for (const field of ['specialismIds', 'institutionIds']) {
      const answers = [];
      for (const id of [ids.foreign, opaque('Specialism', crypto.randomUUID()), 'malformed']) {
        answers.push(shown(await albi.ask(document, { c: campaign, f: { [field]: [id] } })));
      }
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain('"edges":[]');
    }
  });
});

test('with row-level security taken away, what the desk reads and does still names its own school', async () => {
  const before = { albi: await listed(albi), ales: await listed(ales) };
  const tables = [
    'candidacy',
    'dossier_head',
    'dossier_identity',
    'dossier_specialism',
    'dossier_content',
    'opening',
    'assignment',
  ];
  for (const table of [...tables, 'audit', 'membership', 'totals', 'totals_delta', 'notice_draft']) {
    await world.sql(`alter table app.${table} disable row level security`);
  }
  expect(await listed(albi)).toEqual(before.albi);
  expect(await listed(ales)).toEqual(before.ales);
  const counts =
    'query ($c: ID!) { desk { members { person { displayName } } queueCounts(campaignId: $c) { view count } noticeDraft(campaignId: $c) { version } } }';
  const { desk } = await albi.read(counts, { c: campaign });
  expect(desk.queueCounts[0]).toEqual({ view: 'ALL', count: 1 });
  expect(JSON.stringify(desk.members)).not.toMatch(/ales|alice/i);
  const open = 'mutation ($input: OpenCandidacyInput!) { openCandidacy(input: $input) { candidacy { id } } }';
  const answer = await albi.ask(open, { input: { candidacyId: ids.foreign, idempotencyKey: freshKey() } });
  expect(answer.errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect(await albi.read('query ($id: ID!) { node(id: $id) { id } }', { id: ids.foreign })).toEqual({ node: null });
  const campaignUuid = Buffer.from(campaign, 'base64url').toString().split(':')[1];
  const saved = await albi.read(
    'mutation ($input: SaveNoticeInput!) { saveNotice(input: $input) { userErrors { code } noticeDraft { version } } }',
    {
      input: { campaignId: campaign, expectedVersion: desk.noticeDraft.version, idempotencyKey: freshKey(), articles: [] },
    },
  );
  expect(saved.saveNotice).toEqual({ userErrors: [], noticeDraft: { version: 3 } });
  const drafts = await world.sql(
    'select s.slug, d.version from app.notice_draft d join app.school s on s.id = d.school_id where d.campaign_id = $1 order by s.slug',
    [campaignUuid],
  );
  expect(drafts.map(({ slug, version }) => `${slug} ${version}`)).toEqual([
    'imt-lille-douai 1',
    'imt-mines-albi 3',
    'imt-mines-ales 1',
  ]);
});
