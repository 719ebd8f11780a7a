import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../world/actor.ts';
import {
  asCandidate,
  attempt,
  choicesOf,
  freshKey,
  type HeldDossier,
  nextAct,
  openCampaign,
  shown,
  submitted,
} from '../../world/dossier.ts';
import { rowsAt } from '../../world/rows-at.ts';
import { aWorld, type World } from '../../world/world.ts';

const schools = ['imt-mines-albi', 'imt-mines-ales'];
const nothing = Buffer.from('Application:4f9d6c58-9a0b-4d54-8a6e-0d7f3f6b1c2d').toString('base64url');

let world: World;
let claire: Actor;
let marc: Actor;
let held: HeldDossier;
beforeAll(async () => {
  world = await aWorld();
  claire = await world.candidate('Claire');
  marc = await world.candidate('Marc');
  held = await submitted(claire, { schools });
  await submitted(marc, { schools });
});
afterAll(() => world.close());

const acts = async (): Promise<readonly (readonly [string, object])[]> => [
  ['saveIdentity', { identity: { lastName: 'Volé' } }],
  ['saveContact', { contact: { city: 'Volée' } }],
  ['saveStudies', { studies: [] }],
  ['saveQualification', { qualification: { title: 'Volé' } }],
  ['saveAnswers', { answers: { motivation: 'Volée.' } }],
  ['saveArrangements', { arrangements: { needs: [] } }],
  ['chooseExamCentre', { examCentreId: null }],
  ['chooseSchools', { choices: choicesOf(await openCampaign(marc), schools) }],
  ['submitApplication', { statementDigest: held.statementDigest }],
  ['recallApplication', {}],
  ['withdrawChoices', { schoolIds: [held.schoolIds['imt-mines-albi']], reason: 'OTHER' }],
];

/** Everything a candidate owns, to compare before and after. */
async function everythingOf(person: Actor) {
  const own = await world.sql(
    `select to_jsonb(a)::text || to_jsonb(c)::text as line from app.candidate c join app.application a on a.candidate_id = c.id where account_id = $1`,
    [person.accountId],
  );
  return [...own.map(({ line }) => line), ...(await rowsAt(world, ...schools))];
}

describe('another’s dossier', () => {
  test('B-18 is neither edited, submitted, recalled nor withdrawn; another’s, an unknown and a malformed id answer the same bytes', async () => {
    const before = await everythingOf(claire);
    for (const [mutation, input] of await acts()) {
      const answers = [];
      for (const applicationId of [held.applicationId, nothing, 'nonsense', held.campaignId]) {
        const { status, body } = await attempt(marc, mutation, { ...nextAct({ ...held, applicationId }), ...input });
        answers.push(`${status} ${body.replace(/"available":\d+/, '')}`);
      }
      expect([...new Set(answers)]).toEqual([answers[0]]);
      expect(answers[0]).toContain('"code":"NOT_FOUND"');
    }
    expect(await everythingOf(claire)).toEqual(before);
  });

  test('B-18 is not reached by its id, nor by that of its choices or of its candidate', async () => {
    const own = await claire.read(
      `query ($campaign: ID!) { me { id application(campaignId: $campaign) { id choices { id } } } }`,
      { campaign: held.campaignId },
    );
    const ids = [own.me.id, own.me.application.id, own.me.application.choices[0].id];
    const document = '{ nodes(ids: IDS) { __typename id } }'.replace('IDS', JSON.stringify(ids));
    expect((await claire.read(document)).nodes).toEqual([
      { __typename: 'Candidate', id: ids[0] },
      { __typename: 'Application', id: ids[1] },
      { __typename: 'Choice', id: ids[2] },
    ]);
    expect((await marc.read(document)).nodes).toEqual([null, null, null]);
    expect((await world.nobody.read(document)).nodes).toEqual([null, null, null]);
  });

  test('is out of reach of schools, the consortium and nobody', async () => {
    const people = {
      officer: await world.member('imt-mines-albi', ['OFFICER']),
      reader: await world.member('imt-mines-albi', ['REVIEWER'], 'reader'),
      consortium: await world.consortium(),
    };
    for (const person of Object.values(people)) {
      for (const [mutation, input] of await acts()) {
        const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
        const { status, errors } = await person.ask(
          `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code } } }`,
          { input: { ...nextAct(held), ...input } },
        );
        expect([mutation, status, errors[0]?.extensions.code]).toEqual([mutation, 403, 'FORBIDDEN']);
      }
      expect((await person.ask('{ me { id } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect((await world.nobody.ask('{ me { id } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('what the server decides', () => {
  test('B-24 cannot be given: fields that are no part of an input are refused, whatever they are', async () => {
    const before = await everythingOf(marc);
    const extras = { schoolId: nothing, ownerId: nothing, candidateId: nothing, state: 'SUBMITTED', version: 1, id: nothing };
    for (const [mutation, input] of await acts()) {
      for (const [name, value] of Object.entries({ ...extras, createdAt: '2027-01-01T00:00:00.000Z', isBeingRevised: true })) {
        const { errors } = await attempt(marc, mutation, { ...nextAct(held), ...input, [name]: value });
        expect([mutation, name, errors[0]?.extensions.code]).toEqual([mutation, name, 'BAD_USER_INPUT']);
      }
    }
    const nested = { identity: { lastName: 'Marc', accountId: marc.accountId } };
    expect((await attempt(marc, 'saveIdentity', { ...nextAct(held), ...nested })).errors[0]?.extensions.code).toBe(
      'BAD_USER_INPUT',
    );
    expect(await everythingOf(marc)).toEqual(before);
  });

  test('is told to its candidate: a second dossier in the campaign is none', async () => {
    const again = { campaignId: held.campaignId, isPartnerStudent: false, idempotencyKey: freshKey() };
    expect((await attempt(marc, 'createApplication', again)).userErrors).toMatchObject([{ code: 'ALREADY_EXISTS' }]);
    expect((await shown(marc, held, 'reference')).reference).not.toBe(held.reference);
  });

  test('a person with another hat names the candidate’s to reach the own dossier', async () => {
    const both = await world.candidate('Deux Casquettes');
    await world.joinSchool(both, 'imt-mines-albi', ['OFFICER']);
    expect((await both.ask('{ me { id } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await both.read('{ me { identity { lastName } } }', {}, asCandidate)).me).toEqual({ identity: null });
  });
});
