import { fillKeptLists, ownerMayFill } from '@guichet/database/migrations/fill-kept-lists';
import { createOrm } from '@guichet/database/session/orm';
import { type ListDifference, remadeLists } from '@guichet/platform/verify/remade-lists';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { acted as actedOn, freshKey, openCampaign, submit, submitted } from '../../world/dossier.ts';
import { plantQueue } from '../../world/planted-queue.ts';
import { receivedAt } from '../../world/rows-at.ts';
import { aWorld, type World } from '../../world/world.ts';
import { acted } from '../assignment/assigning.ts';

const school = 'imt-mines-albi';
const other = 'imt-mines-ales';

let world: World;
let officer: Actor;
let campaign: Selected;
let candidacies: readonly string[];

beforeAll(async () => {
  world = await aWorld();
  officer = await world.member(school, ['OFFICER']);
  campaign = await openCampaign(world.nobody);
  const uuids: string[] = [];
  for (const name of ['Awa', 'Bruno', 'Chloé']) {
    await world.later({ seconds: 1 });
    const { reference } = await submitted(await world.candidate(name), { schools: [school, other] });
    uuids.push((await receivedAt(world, school, reference))?.candidacy_id ?? '');
  }
  candidacies = uuids.map((uuid) => Buffer.from(`Candidacy:${uuid}`).toString('base64url'));
});
afterAll(() => world.close());

const made = (name: string, fields: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} userErrors { code } } }`;
const done = async (name: string, fields: string, input: object) => {
  const payload = (await officer.read(made(name, fields), { input: { idempotencyKey: freshKey(), ...input } }))[name];
  expect(payload.userErrors).toEqual([]);
  return payload;
};
const label = async (name: string) => (await done('createLabel', 'label { id version }', { name, colour: '#00677f' })).label;

/** What the rows themselves keep of a list, how many ids each. */
const kept = async (column: string) =>
  (
    await world.sql<{ n: number }>(
      `select cardinality(c.${column}) as n from app.candidacy c join app.school s on s.id = c.school_id where s.slug = $1 order by c.received_at, c.id`,
      [school],
    )
  ).map(({ n }) => n);
const remade = (): Promise<readonly ListDifference[]> => remadeLists(world.ownerUrl);

describe('what a candidacy keeps', () => {
  test('of specialisms is the newest copy’s, also once withdrawn and chosen again', async () => {
    await world.later({ seconds: 1 });
    const lou = await world.candidate('Lou');
    const held = await submitted(lou, { schools: [school, other] });
    const { specialisms } = campaign.members.find((member: Selected) => member.school.slug === school).notice;
    const admitting = specialisms.filter(({ admittedMentions }: Selected) => admittedMentions.includes('M018'));
    const [first, second] = admitting.map(({ id }: Selected) => id);
    expect(second).toBeDefined();
    const shown = async () => {
      const document = `query ($c: ID!, $r: String!) { desk { candidacies(campaignId: $c, first: 1, filter: { search: $r }) { edges { node {
        specialisms { id } } } } } }`;
      const { desk } = await officer.read(document, { c: held.campaignId, r: held.reference });
      return desk.candidacies.edges[0].node.specialisms.map(({ id }: Selected) => id);
    };
    const choosing = (specialismId: string) =>
      [
        'chooseSchools',
        { choices: [{ schoolId: held.schoolIds[school], specialismIds: [specialismId], preferenceRank: 1 }] },
      ] as const;
    expect(await shown()).toEqual([first]);
    const recalled = await actedOn(lou, held, ['recallApplication', {}]);
    const sent = await submit(lou, await actedOn(lou, recalled, choosing(second)));
    expect(await shown()).toEqual([second]);
    const withdrawn = await actedOn(lou, sent, ['withdrawChoices', { schoolIds: [held.schoolIds[school]], reason: 'MISTAKE' }]);
    const back = await actedOn(lou, withdrawn, ['recallApplication', {}]);
    await submit(lou, await actedOn(lou, back, choosing(first)));
    expect(await shown()).toEqual([first]);
    expect(await remade()).toEqual([]);
  });

  test('of labels follows every way to put one on and take one off', async () => {
    const [urgent, rare] = [await label('Urgent'), await label('Rare')];
    const [first] = candidacies;
    const counts = async () => (await kept('label_ids')).slice(0, 3);
    await done('labelCandidacy', 'candidacy { id }', { candidacyId: first, labelIds: [urgent.id, rare.id] });
    expect(await counts()).toEqual([2, 0, 0]);
    const { bulkAct } = await acted(officer, 'labelCandidacies', { candidacyIds: candidacies, labelId: urgent.id });
    expect(await counts()).toEqual([2, 1, 1]);
    await acted(officer, 'undoBulkAct', { bulkActId: bulkAct.id });
    expect(await counts()).toEqual([2, 0, 0]);
    await acted(officer, 'labelCandidacies', { candidacyIds: candidacies, labelId: rare.id });
    await acted(officer, 'unlabelCandidacies', { candidacyIds: candidacies.slice(1), labelId: rare.id });
    await done('unlabelCandidacy', 'candidacy { id }', { candidacyId: first, labelIds: [urgent.id] });
    expect(await counts()).toEqual([1, 0, 0]);
    await done('deleteLabel', 'deletedLabelId', { labelId: rare.id, expectedVersion: rare.version });
    expect(await counts()).toEqual([0, 0, 0]);
    expect(await remade()).toEqual([]);
  });

  test('of notes is the newest four, and a note removed stays among them with its trace', async () => {
    const [, second] = candidacies;
    const ids: string[] = [];
    for (const text of ['un', 'deux', 'trois', 'quatre', 'cinq']) {
      await world.later({ seconds: 1 });
      ids.push((await done('addNote', 'note { id version }', { candidacyId: second, text })).note.id);
    }
    const document = (first: number) => `query ($c: ID!) { desk { candidacies(campaignId: $c, first: 10) { edges { node { id
      notes(first: ${first}) { edges { node { id } } pageInfo { hasNextPage } } } } } } }`;
    const shown = async (first: number) => {
      const { desk } = await officer.read(document(first), { c: campaign.id });
      return desk.candidacies.edges.find(({ node }: Selected) => node.id === second).node.notes;
    };
    const ofSize = async (first: number) => {
      const { edges, pageInfo } = await shown(first);
      return [edges.map(({ node }: Selected) => node.id), pageInfo.hasNextPage];
    };
    // Three and one more are kept; beyond, their own table is asked: no seam shows.
    for (const first of [1, 2, 3, 4, 5, 6]) expect(await ofSize(first)).toEqual([ids.toReversed().slice(0, first), first < 5]);
    expect(await remade()).toEqual([]);
  });
});

describe('a list that drifts', () => {
  beforeEach(() => world.sql('set session_replication_role = replica'));

  test('is named with what is kept and what the tables say, changes nothing by being looked at, and is mended when asked', async () => {
    await world.sql(`update app.candidacy set label_ids = array[id] where id = (select min(id::text)::uuid from app.candidacy)`);
    await world.sql('set session_replication_role = origin');
    const found = await remade();
    expect(found).toEqual([expect.objectContaining({ list: 'label_ids', kept: [found[0]?.candidacyId], made: [] })]);
    expect(await remade()).toEqual(found);
    expect(await remadeLists(world.ownerUrl, { isMending: true })).toEqual(found);
    expect(await remade()).toEqual([]);
    expect(
      await world.sql(`select c.relname from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and not (relrowsecurity and relforcerowsecurity)
        union all select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'app'::regnamespace and tgenabled <> 'O'`),
    ).toEqual([]);
  });

  test('a first copy that a build before wrote keeps no specialism: the list reads them all the same, nothing differs, and mending fills them', async () => {
    await world.sql('update app.candidacy set specialism_ids = null');
    await world.sql('set session_replication_role = origin');
    const document = `query ($c: ID!) { desk { candidacies(campaignId: $c, first: 10) { edges { node { specialisms { code } } } } } }`;
    const { desk } = await officer.read(document, { c: campaign.id });
    expect(desk.candidacies.edges.map(({ node }: Selected) => node.specialisms.length)).not.toContain(0);
    expect(await remadeLists(world.ownerUrl, { isMending: true })).toEqual([]);
    expect(await world.sql('select from app.candidacy where specialism_ids is null')).toEqual([]);
  });
});

test('no role of a request writes what is kept, and a list that finds no candidacy fails the act', async () => {
  const columns = ['specialism_ids', 'label_ids', 'newest_note_ids'];
  const granted = await world.sql<{ grantee: string }>(
    `select distinct grantee from information_schema.column_privileges where table_schema = 'app' and table_name = 'candidacy'
      and column_name = any($1) and privilege_type = 'UPDATE' and grantee not in ('app_owner', 'postgres')`,
    [columns],
  );
  expect(granted).toEqual([{ grantee: 'app_effect' }]);
  const readers = await world.sql<{ grantee: string }>(
    `select distinct grantee from information_schema.column_privileges where table_schema = 'app' and table_name = 'candidacy'
      and column_name in ('label_ids', 'newest_note_ids') and privilege_type = 'SELECT' and grantee like 'app\\_%' and grantee <> 'app_owner' order by 1`,
  );
  expect(readers.map(({ grantee }) => grantee)).toEqual(['app_key', 'app_school']);
  const [filing] = await world.sql<{ check: string }>(
    `select with_check as check from pg_policies where policyname = 'candidacy_candidate_insert'`,
  );
  expect(filing?.check).toContain("label_ids = '{}'::uuid[]");
  expect(filing?.check).toContain("newest_note_ids = '{}'::uuid[]");
  // Nobody's claims are set: the effect sees no candidacy, and says so where it might have passed over.
  await expect(
    world.sql(
      `insert into app.note (school_id, id, candidacy_id, author_id, at) select school_id, gen_random_uuid(), id, id, now() from app.candidacy limit 1`,
    ),
  ).rejects.toThrow('a list moved no candidacy');
});

describe('what was there before the lists were kept', () => {
  const columns = ['specialism_ids', 'label_ids', 'newest_note_ids'];

  test('is filled a thousand at a time, what was kept meanwhile stays, and the owner sees no row afterwards', async () => {
    await plantQueue(
      world,
      school,
      Array.from({ length: 1100 }, (_, place) => ({
        lastName: `Avant ${place}`,
        reference: `ASTG3-27-${String(place).padStart(6, '0')}`,
      })),
    );
    const orm = await createOrm({ url: world.ownerUrl, connections: 2, isOwner: true });
    try {
      // As migration 0022 leaves them.
      await world.sql(
        'alter table app.candidacy alter column label_ids drop not null, alter column newest_note_ids drop not null',
      );
      for (const statement of ownerMayFill) await orm.em.execute(statement);
      await world.sql('set session_replication_role = replica');
      await world.sql(`update app.candidacy set ${columns.map((column) => `${column} = null`).join(', ')}`);
      await world.sql('set session_replication_role = origin');
      const late = await label('Entre-temps');
      await done('labelCandidacy', 'candidacy { id }', { candidacyId: candidacies[0], labelIds: [late.id] });
      await fillKeptLists(orm);
      await fillKeptLists(orm);
      const [left] = await world.sql<{ n: number }>(
        `select count(*)::int as n from app.candidacy where ${columns.map((column) => `${column} is null`).join(' or ')}`,
      );
      expect(left?.n).toBe(0);
      expect(await remade()).toEqual([]);
      expect(await orm.em.execute('select from app.candidacy')).toEqual([]);
      expect(await world.sql(`select from pg_policies where policyname = 'owner_fills'`)).toEqual([]);
      await expect(world.sql('update app.candidacy set label_ids = null')).rejects.toThrow('not-null');
    } finally {
      await orm.close();
    }
  }, 60_000);
});
