import { candidateHat, consortiumHat, type Hat, schoolHat, systemHat } from '@guichet/database/session/hat';
import { inWork } from '@guichet/database/session/work';
import { dateInFull } from '@guichet/domain/text/date-in-full';
import { closeCampaignsByClock } from '@guichet/worker/campaign/close-campaigns';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Actor, Selected } from '../../world/actor.ts';
import { campaignAct, codes, furtherSettings, setupOf } from '../../world/consortium.ts';
import { acted, type HeldDossier, submitted } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let albi: Actor;
let ales: Actor;
let reviewer: Actor;
let chair: Actor;
let paul: { readonly person: Actor; held: HeldDossier };
let campaignId: string;

const [A, B, C] = ['imt-mines-albi', 'imt-mines-ales', 'imt-lille-douai'];
const list = `query ($c: ID!) { desk { candidacies(campaignId: $c, first: 10) { edges { node { id otherSchools { count }
  dossier { identity { lastName } } } } } } }`;

/** What a school reads of the other choices, by candidate. */
async function toldTo(person: Actor): Promise<Readonly<Record<string, number | null>>> {
  const { edges } = (await person.read(list, { c: campaignId })).desk.candidacies;
  return Object.fromEntries(
    edges.map(({ node }: Selected) => [node.dossier.identity.lastName, node.otherSchools?.count ?? null]),
  );
}

/** The deadline passes an hour before this moment, and the clock closes the campaign. */
async function close() {
  await world.sql(`update app.campaign set closes_at = app.clock() - interval '1 hour' where slug = 'astg3-2027'`);
  return closeCampaignsByClock(world.gateway.binding);
}

const reopen = async () =>
  campaignAct(chair, 'moveMilestone', {
    campaignId,
    expectedVersion: (await setupOf(chair, campaignId)).version,
    kind: 'CLOSING',
    at: '2027-04-06T21:59:00Z',
    reason: 'Panne du réseau universitaire',
  });

/** Past the trigger that keeps it: what this campaign would have said before it opened. */
async function hadSaid(policy: string) {
  await world.sql('set session_replication_role = replica');
  await world.sql(`update app.campaign set other_choices = $1 where slug = 'astg3-2027'`, [policy]);
  await world.sql('set session_replication_role = origin');
}

/** What a candidate reads in words before submitting, and anybody on the page of the campaign. */
async function saidInWords(): Promise<{ readonly fr: string; readonly en: string }> {
  const beforeSubmitting = 'query ($c: ID!) { me { application(campaignId: $c) { campaign { disclosure { fr en } } } } }';
  const { campaign } = (await paul.person.read(beforeSubmitting, { c: campaignId })).me.application;
  const page = await world.nobody.read('{ campaign(slug: "astg3-2027") { disclosure { fr en } } }');
  expect(page.campaign.disclosure).toEqual(campaign.disclosure);
  return campaign.disclosure;
}

const settled = 'settled before a campaign opens';
const rows = () => world.sql<{ n: number }>('select count(*)::int as n from app.disclosed_choices');

beforeAll(async () => {
  world = await aWorld();
  albi = await world.member(A, ['OFFICER']);
  ales = await world.member(B, ['OFFICER']);
  reviewer = await world.member(A, ['REVIEWER']);
  chair = await world.consortium('Odile');
  const claire = await submitted(await world.candidate('Claire'), { schools: [A, B, C] });
  await submitted(await world.candidate('Zoe'), { schools: [A] });
  const person = await world.candidate('Paul');
  paul = { person, held: await submitted(person, { schools: [B, A] }) };
  campaignId = claire.campaignId;
});
afterAll(() => world.close());

describe('a campaign that discloses nothing', () => {
  test('B-07 says so in words, to candidates before they choose and before they submit', async () => {
    const { fr, en } = await saidInWords();
    expect(fr).toMatch(/aucune école ne saura combien d’autres écoles/);
    expect(en).toMatch(/no school will learn how many other schools/);
  });

  test('B-07 tells no school of other choices, closed or not', async () => {
    expect(await toldTo(albi)).toEqual({ Claire: null, Paul: null, Zoe: null });
    expect(await close()).toBe(1);
    expect(await toldTo(albi)).toEqual({ Claire: null, Paul: null, Zoe: null });
    expect(await rows()).toEqual([{ n: 0 }]);
    expect((await reopen()).userErrors).toEqual([]);
  });

  test('B-07 cannot be made to disclose once it is open, by the consortium or by whoever writes the row', async () => {
    const expectedVersion = (await setupOf(chair, campaignId)).version;
    const settings = { ...furtherSettings, slug: 'astg3-2027', otherChoices: 'COUNT' };
    expect(codes(await campaignAct(chair, 'updateCampaign', { campaignId, expectedVersion, settings }))).toEqual([
      'NOT_IN_THIS_STATE',
    ]);
    for (const change of [`other_choices = 'COUNT'`, `state = 'DRAFT'`, `state = 'DRAFT', other_choices = 'COUNT'`])
      await expect(world.sql(`update app.campaign set ${change} where slug = 'astg3-2027'`)).rejects.toThrow(settled);
  });

  test('B-07 cannot be made to disclose by way of a draft, whatever SQL the consortium’s role is made to run', async () => {
    const detour = inWork(world.gateway.binding, consortiumHat(chair.accountId), async ({ db }) => {
      for (const change of [`state = 'DRAFT'`, `other_choices = 'COUNT'`, `state = 'OPEN'`])
        await sql`update app.campaign set ${sql.raw(change)} where slug = 'astg3-2027'`.execute(db);
    });
    await expect(detour).rejects.toThrow(settled);
    const [now] = await world.sql(`select state, other_choices as told from app.campaign where slug = 'astg3-2027'`);
    expect(now).toEqual({ state: 'OPEN', told: 'HIDDEN' });
  });
});

describe('a campaign that discloses how many', () => {
  beforeAll(() => hadSaid('COUNT'));

  test('says so to everybody, candidates and nobody signed in too', async () => {
    const document = '{ campaign(slug: "astg3-2027") { otherChoices } }';
    for (const person of [world.nobody, paul.person, albi])
      expect((await person.read(document)).campaign.otherChoices).toBe('COUNT');
  });

  test('B-07 says in words what, and when: the closing, as it is announced', async () => {
    const { calendar } = (await paul.person.read('{ campaign(slug: "astg3-2027") { calendar { kind at zone } } }')).campaign;
    const { at, zone } = calendar.find(({ kind }: Selected) => kind === 'CLOSING');
    const { fr, en } = await saidInWords();
    expect(fr).toContain(`close, le ${dateInFull(Temporal.Instant.from(at), 'fr', zone)}, chaque école`);
    expect(en).toContain(`closed, on ${dateInFull(Temporal.Instant.from(at), 'en', zone)}, each school`);
  });

  test('B-07 tells nothing while it is open', async () => {
    expect(await toldTo(albi)).toEqual({ Claire: null, Paul: null, Zoe: null });
    expect(await rows()).toEqual([{ n: 0 }]);
  });

  test('B-07 tells once closed how many others there are, and of a candidacy withdrawn by then nothing', async () => {
    paul.held = await acted(paul.person, paul.held, [
      'withdrawChoices',
      { schoolIds: [paul.held.schoolIds[B]], reason: 'CHANGED_PLANS' },
    ]);
    await close();
    expect(await toldTo(albi)).toEqual({ Claire: 2, Paul: 0, Zoe: 0 });
    expect(await toldTo(ales)).toEqual({ Claire: 2, Paul: null });
  });

  test('B-07 a reader is told of what is assigned, and of nothing else', async () => {
    const ids: Record<string, string> = {};
    for (const { node } of (await albi.read(list, { c: campaignId })).desk.candidacies.edges)
      ids[node.dossier.identity.lastName] = node.id;
    const uuid = Buffer.from(ids['Claire'] ?? '', 'base64url')
      .toString()
      .split(':')[1];
    await world.sql(
      'insert into app.assignment (school_id, candidacy_id, reader_id) select school_id, id, $1 from app.candidacy where id = $2',
      [reviewer.accountId, uuid],
    );
    const document = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Candidacy { otherSchools { count } } } }';
    const { nodes } = await reviewer.read(document, { ids: [ids['Claire'], ids['Zoe']] });
    expect(nodes).toEqual([{ otherSchools: { count: 2 } }, null]);
    const readings = '{ reading { readings(first: 5) { edges { node { candidacy { otherSchools { count } } } } } } }';
    const { edges } = (await reviewer.read(readings)).reading.readings;
    expect(edges).toEqual([{ node: { candidacy: { otherSchools: { count: 2 } } } }]);
  });

  test('B-07 no row reaches a candidate, the consortium, another school or who reads another dossier, by SQL of their own either', async () => {
    const seen = (hat: Hat) =>
      inWork(world.gateway.binding, hat, async ({ db }) => {
        const { rows: found } = await sql<{ slug: string }>`select s.slug from app.disclosed_choices d
          join app.school s on s.id = d.school_id`.execute(db);
        return found.map(({ slug }) => slug);
      });
    const ids = Object.fromEntries(
      (await world.sql<{ slug: string; id: string }>('select slug, id from app.school')).map(({ slug, id }) => [slug, id]),
    );
    expect(await seen(schoolHat(ales.accountId, ids[B] ?? '', ['OFFICER']))).toEqual([B]);
    expect(await seen(schoolHat(albi.accountId, ids[A] ?? '', ['OFFICER']))).toEqual([A, A, A]);
    expect(await seen(schoolHat(reviewer.accountId, ids[A] ?? '', ['REVIEWER']))).toEqual([A]);
    const [candidate] = await world.sql<{ id: string }>('select id from app.candidate where account_id = $1', [
      paul.person.accountId,
    ]);
    for (const hat of [candidateHat(paul.person.accountId, candidate?.id ?? ''), consortiumHat(chair.accountId)])
      await expect(seen(hat)).rejects.toThrow('permission denied');
  });

  test('B-07 a row holds neither candidate, nor order, nor which schools', async () => {
    const columns = await world.sql<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = 'app.disclosed_choices'::regclass and attnum > 0 order by attnum`,
    );
    expect(columns.map(({ name }) => name)).toEqual(['school_id', 'candidacy_id', 'campaign_id', 'count', 'disclosed_at']);
  });

  test('B-07 a row bears the campaign of its candidacy: the database refuses one that says another is over', async () => {
    const row = (campaign: string) =>
      world.sql(`insert into app.disclosed_choices (school_id, candidacy_id, campaign_id, count, disclosed_at)
        select c.school_id, c.id, ${campaign}, 1, app.clock() from app.candidacy c where c.state = 'WITHDRAWN'`);
    await world.sql(`insert into app.campaign select (jsonb_populate_record(k, jsonb_build_object('id', gen_random_uuid(),
      'slug', 'astg3-2026', 'state', 'CLOSED'))).* from app.campaign k where k.slug = 'astg3-2027'`);
    const past = `(select id from app.campaign where slug = 'astg3-2026')`;
    await expect(row(past)).rejects.toThrow('disclosed_choices_school_candidacy_campaign_key');
    await row('c.campaign_id');
    await expect(world.sql(`update app.disclosed_choices set campaign_id = ${past}`)).rejects.toThrow(
      'disclosed_choices_school_candidacy_campaign_key',
    );
  });

  test('B-07 opened again it tells nothing, and closed again it counts anew', async () => {
    await reopen();
    expect(await toldTo(albi)).toEqual({ Claire: null, Paul: null, Zoe: null });
    await acted(paul.person, paul.held, ['withdrawChoices', { schoolIds: [paul.held.schoolIds[A]], reason: 'CHANGED_PLANS' }]);
    await close();
    expect(await toldTo(albi)).toEqual({ Claire: 2, Paul: null, Zoe: 0 });
  });

  test('is closed by the clock alone: nobody else makes it disclose', async () => {
    await reopen();
    const byHand = (hat: Hat) =>
      inWork(world.gateway.binding, hat, ({ db }) =>
        sql`update app.campaign set state = 'CLOSED' where slug = 'astg3-2027'`.execute(db),
      );
    await expect(byHand(consortiumHat(chair.accountId))).rejects.toThrow('by the clock alone');
    await expect(byHand(systemHat('app_platform'))).resolves.toBeDefined();
  });
});
