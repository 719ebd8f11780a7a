import { createHash } from 'node:crypto';
import { canonicalJson } from '@guichet/domain/notice/canonical-json';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Selected } from '../../world/actor.ts';
import {
  acted,
  attempt,
  completeDossier,
  freshKey,
  nextAct,
  openCampaign,
  shown,
  submit,
  submitted,
} from '../../world/dossier.ts';
import { counts, receivedAt } from '../../world/rows-at.ts';
import { aWorld, type World } from '../../world/world.ts';

const schools = ['imt-mines-albi', 'imt-mines-ales', 'imt-lille-douai'];

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

describe('one submission', () => {
  test('is accepted with the exam at a member school that was not chosen', async () => {
    const [first, second, third] = schools as [string, string, string];
    const yann = await world.candidate('Yann');
    const draft = await completeDossier(yann, { schools: [first, second], examCentre: third });
    await submit(yann, draft);
    expect(await shown(yann, draft, 'state examCentre { slug }')).toEqual({ state: 'SUBMITTED', examCentre: { slug: third } });
  });

  test('is reviewed, then confirmed; each school receives exactly one candidacy, at one shared instant', async () => {
    const claire = await world.candidate('Claire');
    const draft = await completeDossier(claire, { schools });
    const before = await shown(claire, draft, 'state missing { code } availableActions submission { statement { fr en } }');
    expect(before).toMatchObject({ state: 'DRAFT', missing: [], availableActions: ['EDIT', 'SUBMIT'] });
    expect(before.submission.statement.fr).toContain('J’atteste sur l’honneur');

    await world.later({ minutes: 10 });
    await submit(claire, draft);
    const after = await shown(
      claire,
      draft,
      'state submittedAt availableActions choices { school { slug } state stateWords stateSince }',
    );
    expect(after).toMatchObject({
      state: 'SUBMITTED',
      submittedAt: '2027-02-01T09:10:00.000Z',
      availableActions: ['RECALL', 'WITHDRAW'],
    });
    expect(after.choices.map(({ school }: Selected) => school.slug)).toEqual(schools);
    expect(after.choices[0]).toMatchObject({
      state: 'UNDER_CONSIDERATION',
      stateWords: 'En cours d’étude (reçu le lundi 1er février 2027 à 10\u00a0h\u00a010 (heure de Paris))',
      stateSince: '2027-02-01T09:10:00.000Z',
    });

    const received = [];
    for (const slug of schools) received.push(await receivedAt(world, slug, draft.reference));
    expect(received.map((copy) => [copy?.state, copy?.number])).toEqual(schools.map(() => ['RECEIVED', 1]));
    expect(new Set(received.map((copy) => copy?.received_at)).size).toBe(1);
    expect(await counts(world, claire)).toEqual({ snapshots: 1, candidacies: 3, copies: 3, choices: 3, receipts: 1, traces: 1 });
  });

  test('each school’s team finds the dossier in its own queue and nothing of the others', async () => {
    const chloe = await world.candidate('Chloé');
    const { reference } = await submitted(chloe, { schools: schools.slice(0, 2) });
    const found = async (slug: string) => {
      const officer = await world.member(slug, ['OFFICER']);
      const campaign = await openCampaign(officer);
      const { desk } = await officer.read(
        `query ($campaign: ID!, $search: String) { desk { candidacies(campaignId: $campaign, filter: { search: $search }, first: 10) {
          edges { node { state dossier { reference } } } } } }`,
        { campaign: campaign.id, search: reference },
      );
      return desk.candidacies.edges.map(({ node }: Selected) => [node.dossier.reference, node.state]);
    };
    expect(await found('imt-mines-albi')).toEqual([[reference, 'RECEIVED']]);
    expect(await found('imt-mines-ales')).toEqual([[reference, 'RECEIVED']]);
    expect(await found('imt-lille-douai')).toEqual([]);
  });

  test('the snapshot is frozen whole under its digest; what schools read holds no choice, order, centre or arrangement', async () => {
    const anne = await world.candidate('Anne');
    const draft = await completeDossier(anne, { schools, motivation: 'Un canari dans la motivation.' });
    await submit(
      anne,
      await acted(anne, draft, ['saveArrangements', { arrangements: { needs: ['OTHER'], text: 'Canari aménagé' } }]),
    );
    const [snapshot] = await world.sql<{ content: object; digest: string }>(
      `select content, digest from app.snapshot where content ->> 'reference' = $1`,
      [draft.reference],
    );
    const digest = createHash('sha256').update(canonicalJson(snapshot?.content)).digest('hex');
    expect(snapshot?.digest).toBe(digest);
    const copies = await world.sql<{ line: string }>(
      `select to_jsonb(t)::text || to_jsonb(i)::text || to_jsonb(h)::text as line from app.dossier_head h
       join app.dossier_content t using (school_id, candidacy_id, number) join app.dossier_identity i using (school_id, candidacy_id, number)
       where h.reference = $1`,
      [draft.reference],
    );
    expect(copies).toHaveLength(3);
    for (const { line } of copies) {
      expect(line).toContain('Un canari dans la motivation.');
      expect(line).not.toMatch(/Canari aménagé|preferenceRank|examCentre|choices/);
      const others = await world.sql<{ id: string }>('select id from app.school where position(id::text in $1) > 0', [line]);
      expect(others).toHaveLength(1);
    }
    const [kept] = await world.sql<{ same: boolean }>(
      `select submitted = content as same from app.special_arrangement where content ->> 'text' = 'Canari aménagé'`,
    );
    expect(kept?.same).toBe(true);
  });

  test('a school’s trail says that it received, and names no actor', async () => {
    const lines = await world.sql(
      'select distinct act, actor_id from app.audit where object_id in (select id from app.candidacy)',
    );
    expect(lines).toEqual([{ act: 'CANDIDACY_RECEIVED', actor_id: null }]);
  });

  test('an institution in no list is kept apart; one of the list bears the list’s name and country', async () => {
    const nour = await world.candidate('Nour');
    const year = { diploma: 'Licence', level: 'M1', year: 2027, status: 'UNDER_WAY', mentionCode: 'M018' };
    const draft = await completeDossier(nour, {
      schools: ['imt-mines-albi'],
      studies: [
        { ...year, institutionName: 'École Supérieure Inventée', country: 'MA' },
        { ...year, institutionUai: '0062205P', institutionName: 'Autre nom', country: 'BE' },
      ],
    });
    const { studies } = await shown(nour, draft, 'studies { institutionName country }');
    expect(studies[1]).toEqual({ institutionName: "Université Côte d'Azur", country: 'FR' });
    await submit(nour, draft);
    const free = await world.sql(`select name, country, search_key from app.free_institution where country = 'MA'`);
    expect(free).toEqual([{ name: 'École Supérieure Inventée', country: 'MA', search_key: 'ecole superieure inventee' }]);
  });

  test('E-22 with something missing the whole submission is refused, with everything that is missing', async () => {
    const zoe = await world.candidate('Zoé');
    const draft = await completeDossier(zoe, { schools });
    const emptied = await acted(zoe, draft, ['saveAnswers', { answers: { motivation: null } }]);
    const held = await acted(zoe, emptied, ['saveContact', { contact: { city: null, postcode: '' } }]);
    const refused = await attempt(zoe, 'submitApplication', { ...nextAct(held), statementDigest: held.statementDigest });
    expect(refused.application).toBeNull();
    expect(refused.userErrors).toEqual([
      {
        code: 'MISSING_ITEM',
        message: 'À compléter ou à corriger dans «\u00a0Coordonnées\u00a0» – renseignez ce champ.',
        path: ['contact', 'postcode'],
      },
      {
        code: 'MISSING_ITEM',
        message: 'À compléter ou à corriger dans «\u00a0Coordonnées\u00a0» – renseignez ce champ.',
        path: ['contact', 'city'],
      },
      {
        code: 'MISSING_ITEM',
        message: 'À compléter ou à corriger dans «\u00a0Motivation\u00a0» – renseignez ce champ.',
        path: ['answers', 'motivation'],
      },
    ]);
    const { missing, sections, version } = await shown(
      zoe,
      held,
      'version missing { section path code } sections { name status }',
    );
    expect(missing.map(({ section }: Selected) => section)).toEqual(['CONTACT', 'CONTACT', 'MOTIVATION']);
    expect(sections).toContainEqual({ name: 'MOTIVATION', status: 'IN_PROGRESS' });
    expect(version).toBe(held.version);
    expect(await counts(world, zoe)).toMatchObject({ snapshots: 0, candidacies: 0, receipts: 0 });
  });

  test('another wording than the one shown is refused', async () => {
    const paul = await world.candidate('Paul');
    const draft = await completeDossier(paul, { schools });
    const refused = await attempt(paul, 'submitApplication', { ...nextAct(draft), statementDigest: 'a'.repeat(64) });
    expect(refused.userErrors).toMatchObject([{ code: 'CHANGED_SINCE_PREPARED', path: ['statementDigest'] }]);
  });

  test('one candidate has one dossier in a campaign, and none as a student of a partner', async () => {
    const ines = await world.candidate('Inès');
    const { id: campaignId } = await openCampaign(ines);
    const input = { campaignId, isPartnerStudent: true, idempotencyKey: freshKey() };
    expect((await attempt(ines, 'createApplication', input)).userErrors).toMatchObject([
      { code: 'PARTNER_STUDENT', path: ['isPartnerStudent'] },
    ]);
    const allowed = { ...input, isPartnerStudent: false };
    expect((await attempt(ines, 'createApplication', { ...allowed, idempotencyKey: freshKey() })).application.reference).toMatch(
      /^ASTG3-27-[2-9C-Y]{5}$/,
    );
    expect((await attempt(ines, 'createApplication', { ...allowed, idempotencyKey: freshKey() })).userErrors).toMatchObject([
      { code: 'ALREADY_EXISTS' },
    ]);
  });
});
