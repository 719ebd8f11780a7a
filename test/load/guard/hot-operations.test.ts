import { writeKeptLists } from '@guichet/database/migrations/effects/kept-lists.sql';
import type { Gateway } from '@guichet/gateway/gateway';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, actor } from '../../world/actor.ts';
import { countStatements } from '../../world/count-statements.ts';
import { completeDossier, freshKey, type HeldDossier, openCampaign, submit } from '../../world/dossier.ts';
import { plantQueue } from '../../world/planted-queue.ts';
import { aWorld, type World } from '../../world/world.ts';
import { allocatedBy, ownGateway, touchedBy } from './touched.ts';

let world: World;
let officer: Actor;
let candidate: Actor;
let drafting: Actor;
let held: HeldDossier;
let draft: HeldDossier;
let campaign: string;

const school = 'imt-mines-albi';

const list = `query List($campaign: ID!, $first: Int!) { desk { candidacies(campaignId: $campaign, filter: { states: [RECEIVED] }, first: $first) {
  edges { cursor node { id state receivedAt isUnopened openedAt dossier { identity { lastName firstNames } } specialisms { name { fr } }
    labels { id name } notes(first: 2) { edges { node { id } } } } } pageInfo { hasNextPage endCursor } } } }`;
const dashboard = `query Dashboard($campaign: ID!) { me { application(campaignId: $campaign) { id state identity { lastName firstNames }
  choices { state school { name } } studies { institutionName level diploma } } } }`;
const submission = `mutation Submit($input: SubmitApplicationInput!) { submitApplication(input: $input) {
  application { id state choices { state school { name } } } userErrors { code } } }`;

beforeAll(async () => {
  world = await aWorld();
  officer = await world.member(school, ['OFFICER']);
  ({ id: campaign } = await openCampaign(world.nobody));
  [candidate, drafting] = [await world.candidate('Zoé'), await world.candidate('Noé')];
  const { members } = await openCampaign(candidate);
  const slugs = members.map((member: { school: { slug: string } }) => member.school.slug) as string[];
  const schools = [school, ...slugs.filter((slug) => slug !== school)].slice(0, 3);
  held = await submit(candidate, await completeDossier(candidate, { schools }));
  draft = await completeDossier(drafting, { schools });
  await plantQueue(
    world,
    school,
    Array.from({ length: 200 }, (_, index) => ({ lastName: `Nom ${index}` })),
  );
  await plantAround();
}, 300_000);
afterAll(() => world.close());

const others = `app.candidacy c where c.received_at >= '2027-02-03Z' and c.school_id = (select id from app.school where slug = '${school}')`;

/** Sixty thousand candidacies more at each of five schools, after those of the page; labels and notes on these. */
async function plantAround() {
  await world.sql(`set session_replication_role = replica`);
  for (const statement of [
    `insert into app.candidacy (school_id, id, candidate_id, campaign_id, notice_version_id, received_at)
     select s.id, gen_random_uuid(), gen_random_uuid(), c.id, gen_random_uuid(), '2027-02-03Z'::timestamptz + n * interval '1 second'
     from (select id from app.school order by slug = '${school}' desc, slug limit 5) s, (select id from app.campaign limit 1) c, generate_series(1, 60000) n`,
    `insert into app.label (school_id, id, name, name_key, colour) select s.id, gen_random_uuid(), 'É' || n, 'e' || n, '#00677f'
     from app.school s, generate_series(1, 3) n where s.slug = '${school}'`,
    `insert into app.candidacy_label (school_id, candidacy_id, label_id, author_id, at)
     select h.school_id, h.candidacy_id, l.id, gen_random_uuid(), h.received_at from app.dossier_head h join app.label l on l.school_id = h.school_id`,
    `insert into app.note (school_id, id, candidacy_id, author_id, at)
     select h.school_id, gen_random_uuid(), h.candidacy_id, gen_random_uuid(), h.received_at from app.dossier_head h, generate_series(1, 2)`,
    `insert into app.note_version (school_id, note_id, number, text, author_id, at)
     select n.school_id, n.id, 1, 'À rappeler.', n.author_id, n.at from app.note n`,
    // The page's own tables are as large as they would be: of a small one the planner reads all, and is right.
    `insert into app.dossier_head (school_id, candidacy_id, number, candidate_id, reference, digest, institution, country, notice_version_id, received_at)
     select c.school_id, c.id, 1, c.candidate_id, c.id::text, repeat('0', 64), 'Université', 'FR', c.notice_version_id, c.received_at from ${others}`,
    `insert into app.dossier_identity (school_id, candidacy_id, number, candidate_id, last_name, first_names, search_key, born_on, identity)
     select c.school_id, c.id, 1, c.candidate_id, 'Nom', 'Camille', 'nom camille', '2004-03-14', '{}' from ${others}`,
    `insert into app.dossier_specialism (school_id, candidacy_id, number, position, candidate_id, specialism_id)
     select c.school_id, c.id, 1, 1, c.candidate_id, (select id from app.specialism limit 1) from ${others}`,
    writeKeptLists,
    'vacuum analyze',
  ])
    await world.sql(statement);
  await world.sql(`set session_replication_role = origin`);
}

/** The same person at another gateway's door. */
const at = (gateway: Gateway, { accountId, email, cookie }: Actor) =>
  actor(gateway, { accountId, email, cookie, origin: 'http://127.0.0.1:4000' });

const page = (first: number) => ({ campaign, first });
const own = () => ({ campaign: held.campaignId });

describe('the hot operations among 300,000 candidacies', () => {
  test('C-26 a list takes as many statements for fifty rows as for ten', async () => {
    await officer.read(list, page(10));
    const ten = await countStatements(() => officer.read(list, page(10)));
    const fifty = await countStatements(() => officer.read(list, page(50)));
    expect(fifty.answer.desk.candidacies.edges).toHaveLength(50);
    expect(fifty.statements.length).toBe(ten.statements.length);
    expect(fifty.statements.length).toBeLessThanOrEqual(6);
  });

  test('C-26 a list reads no large table whole, and no more rows than its page is made of', async () => {
    const { readWhole, dear, rows } = await touchedBy(world, (gateway) => at(gateway, officer).read(list, page(50)));
    expect([readWhole, dear]).toEqual([[], []]);
    // Fifty rows of a candidacy, its head, identity, specialism, two openings, three labels and two notes, with what policies look at.
    expect(rows).toBeLessThanOrEqual(2000);
  });

  test('C-26 a dashboard reads no large table whole, and few rows', async () => {
    const { readWhole, rows } = await touchedBy(world, (gateway) =>
      at(gateway, candidate).read(dashboard, own(), { actingAs: 'candidate' }),
    );
    expect(readWhole).toEqual([]);
    expect(rows).toBeLessThanOrEqual(600);
  });

  test('C-26 a submission reads no large table whole, and few rows', async () => {
    const input = {
      applicationId: draft.applicationId,
      expectedVersion: draft.version,
      idempotencyKey: freshKey(),
      statementDigest: draft.statementDigest,
    };
    const { readWhole, rows } = await touchedBy(world, (gateway) =>
      at(gateway, drafting).read(submission, { input }, { actingAs: 'candidate' }),
    );
    expect(readWhole).toEqual([]);
    expect(rows).toBeLessThanOrEqual(1500);
  });

  test('C-26 a list of fifty allocates a bounded number of bytes', async () => {
    const gateway = await ownGateway(world);
    const kilobytes = await allocatedBy(() => at(gateway, officer).read(list, page(50)));
    await gateway.close();
    expect(kilobytes).toBeGreaterThan(50);
    expect(kilobytes).toBeLessThanOrEqual(2500);
  });

  test('what allocates, and a table without its index, are told', async () => {
    const hungry = await allocatedBy(async () => Array.from({ length: 200_000 }, (_, index) => ({ index })), {
      warm: 2,
      times: 5,
    });
    expect(hungry).toBeGreaterThan(2500);
    await world.sql('drop index app.candidacy_by_state, app.candidacy_by_arrival');
    await world.sql('alter table app.candidacy drop constraint candidacy_school_id_candidate_id_campaign_id_unique');
    const { readWhole } = await touchedBy(world, (gateway) => at(gateway, officer).read(list, page(50)));
    expect(readWhole).toEqual(['candidacy']);
  });
});
