import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { acted, completeDossier, openCampaign, shown, submit } from '../../world/dossier.ts';
import { beginning } from '../../world/template.ts';
import { aWorld, type World } from '../../world/world.ts';

const schools = ['imt-mines-albi', 'imt-mines-ales', 'imt-lille-douai'];
const judged = 'choices { school { slug } outcome noticeVersion objections { code message source } }';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
beforeEach(() => world.at(beginning));
afterAll(() => world.close());

/** Outcome and codes, school by school. */
const told = (answers: readonly Selected[]) =>
  answers.map(({ school, outcome, objections }) =>
    [school.slug, outcome, ...objections.map(({ code }: Selected) => code)].join(' '),
  );

describe('while drafting', () => {
  test('every chosen school says whether its notice would admit the dossier, with version and article of each objection', async () => {
    const claire = await world.candidate('Claire');
    const held = await completeDossier(claire, { schools });
    const foreignMention = await acted(claire, held, ['saveQualification', { qualification: { mentionCode: 'M001' } }]);
    const { choices } = await shown(claire, foreignMention, judged);
    expect(choices.every(({ outcome }: Selected) => outcome === 'INADMISSIBLE')).toBe(true);
    expect(choices[0].objections).toEqual([
      {
        code: 'SPECIALISM_NOT_ADMITTED',
        message: 'La spécialité choisie n’admet pas votre mention.',
        source: expect.stringMatching(/^Notice, version 1, article \d+$/),
      },
    ]);
    await acted(claire, foreignMention, ['saveQualification', { qualification: { mentionCode: 'M018' } }]);
    expect(told((await shown(claire, held, judged)).choices)).toEqual(schools.map((slug) => `${slug} ADMISSIBLE`));
  });

  test('a foreign title is for a human to decide, too little level is not, and nothing told is to complete', async () => {
    const anne = await world.candidate('Anne');
    const held = await completeDossier(anne, { schools: schools.slice(0, 1) });
    const title = { kind: 'OTHER_FOUR_YEARS', mentionCode: null, title: 'Laurea in chimica' };
    const free = await acted(anne, held, ['saveQualification', { qualification: title }]);
    expect(told((await shown(anne, free, judged)).choices)).toEqual(['imt-mines-albi NEEDS_A_HUMAN SPECIALISM_TO_JUDGE']);
    const studies = [
      {
        institutionName: 'Università',
        country: 'IT',
        diploma: 'Laurea',
        level: 'BAC3',
        ects: 180,
        year: 2026,
        status: 'VALIDATED',
      },
    ];
    const low = await acted(anne, free, ['saveStudies', { studies }]);
    const { choices } = await shown(anne, low, judged);
    expect(told(choices)).toEqual(['imt-mines-albi INADMISSIBLE LEVEL_TOO_LOW SPECIALISM_TO_JUDGE']);
    expect(choices[0].objections[0].message).toBe(
      'Niveau insuffisant\u00a0: 240 crédits ECTS requis, ou une première année de master, pour un total déclaré de 180.',
    );
    const untitled = await acted(anne, low, ['saveQualification', { qualification: { title: null } }]);
    expect(told((await shown(anne, untitled, judged)).choices)).toEqual(['imt-mines-albi TO_COMPLETE']);
  });

  test('an objection does not keep a dossier from being submitted, and stays told by the notice it was submitted under', async () => {
    const lea = await world.candidate('Léa');
    const held = await completeDossier(lea, { schools, qualification: { kind: 'M1_UNDER_WAY', mentionCode: 'M001' } });
    await submit(lea, held);
    await world.at('2027-04-10T09:00:00Z');
    const later = await world.signInAgain(lea);
    const { choices } = await shown(later, held, judged);
    expect(choices[0]).toMatchObject({ outcome: 'INADMISSIBLE', noticeVersion: 1 });
    expect(choices[0].objections.map(({ code }: Selected) => code)).toEqual(['SPECIALISM_NOT_ADMITTED']);
  });
});

describe('before any account', () => {
  const document = `query ($input: PreviewAdmissibilityInput!) { previewAdmissibility(input: $input) {
    school { slug } outcome noticeVersion objections { code source } specialisms { code } } }`;
  const m1 = { level: 'M1', status: 'UNDER_WAY', year: 2027, ects: 60 };

  const preview = async (person: Actor, input: object) => {
    const { id: campaignId } = await openCampaign(person);
    return person.ask(document, { input: { campaignId, studies: [m1], ...input } });
  };

  test('the same answers are given to anybody, with the specialisms that admit the mention', async () => {
    const { data } = await preview(world.nobody, { mentionCode: 'M018' });
    expect(told(data.previewAdmissibility).toSorted()).toEqual(schools.map((slug) => `${slug} ADMISSIBLE`).toSorted());
    for (const { specialisms } of data.previewAdmissibility) expect(specialisms.length).toBeGreaterThan(0);
  });

  test('a free title is for a human; three years are too little; nothing told is to complete; a partner’s student goes elsewhere', async () => {
    const first = async (input: object) => told((await preview(world.nobody, input)).data.previewAdmissibility)[0];
    expect(await first({ title: 'Laurea' })).toBe('imt-lille-douai NEEDS_A_HUMAN SPECIALISM_TO_JUDGE');
    expect(await first({ mentionCode: 'M018', studies: [{ level: 'BAC3', status: 'VALIDATED', year: 2026, ects: 180 }] })).toBe(
      'imt-lille-douai INADMISSIBLE LEVEL_TOO_LOW',
    );
    expect(await first({})).toBe('imt-lille-douai TO_COMPLETE');
    expect(await first({ mentionCode: 'M018', isPartnerStudent: true })).toBe('imt-lille-douai INADMISSIBLE PARTNER_STUDENT');
  });

  test('after the deadline it says so, with the article', async () => {
    await world.at('2027-04-07T09:00:00Z');
    const { data } = await preview(world.nobody, { mentionCode: 'M018' });
    expect(data.previewAdmissibility[0].objections).toEqual([
      { code: 'DEADLINE_PASSED', source: expect.stringMatching(/^Notice, version 1, article \d+$/) },
    ]);
  });

  test('an unknown mention is the caller’s fault, an unknown campaign is not there, and nothing at all is stored', async () => {
    const unknown = await preview(world.nobody, { mentionCode: 'M999' });
    expect(unknown.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.mentionCode' });
    const nowhere = await world.nobody.ask(document, { input: { campaignId: 'nonsense', studies: [] } });
    expect(nowhere.errors[0]?.extensions.code).toBe('NOT_FOUND');
    // How many rows each table has, and which transaction wrote last.
    const stored = `select tablename, query_to_xml(format('select count(*) as rows, max(xmin::text::bigint) as writer from app.%I', tablename),
      false, true, '')::text as told from pg_tables where schemaname = 'app' order by tablename`;
    const before = await world.sql(stored);
    expect(before.length).toBeGreaterThan(40);
    await preview(world.nobody, { mentionCode: 'M018', title: 'canari' });
    expect(await world.sql(stored)).toEqual(before);
    expect(world.logged.join()).not.toContain('canari');
  });
});

test('a candidate reads which school opened the dossier, as what and when, and never who', async () => {
  const zoe = await world.candidate('Zoé');
  const held = await submit(zoe, await completeDossier(zoe, { schools }));
  const officer = await world.member('imt-mines-albi', ['OFFICER']);
  const { desk } = await officer.read(
    `query ($campaign: ID!, $search: String) { desk { candidacies(campaignId: $campaign, filter: { search: $search }, first: 1) { edges { node { id } } } } }`,
    { campaign: held.campaignId, search: held.reference },
  );
  const candidacyId = desk.candidacies.edges[0].node.id;
  await world.later({ minutes: 5 });
  await officer.read(`mutation ($input: OpenCandidacyInput!) { openCandidacy(input: $input) { userErrors { code } } }`, {
    input: { candidacyId, idempotencyKey: crypto.randomUUID() },
  });
  const { me } = await zoe.read(
    '{ me { accessLog(first: 10) { edges { node { school { slug } function at } } pageInfo { hasNextPage } } } }',
  );
  expect(me.accessLog).toEqual({
    edges: [{ node: { school: { slug: 'imt-mines-albi' }, function: 'OFFICER', at: '2027-02-01T09:05:00.000Z' } }],
    pageInfo: { hasNextPage: false },
  });
});
