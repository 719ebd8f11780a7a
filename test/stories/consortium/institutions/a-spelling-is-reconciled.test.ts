import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../../world/actor.ts';
import { asConsortium } from '../../../world/consortium.ts';
import { countStatements } from '../../../world/count-statements.ts';
import { freshKey, shown, submitted } from '../../../world/dossier.ts';
import { aWorld, type World } from '../../../world/world.ts';

let world: World;
let chair: Actor;
let officer: Actor;
let campaignId: string;

const year = { diploma: 'Master', level: 'M1', mentionCode: 'M018', ects: 60, year: 2027, status: 'UNDER_WAY' };
const typed = (institutionName: string, country = 'FR') => [{ ...year, institutionName, country }];
const node = `id name country state candidateCount institution { id uai name { fr } } suggestions { likenessPercent institution { id name { fr } } }`;
const queue = async (state = 'PENDING', first = 50): Promise<Selected[]> => {
  const document = `query ($state: SpellingState, $first: Int!) {
    consortium { freeInstitutions(first: $first, state: $state) { edges { node { ${node} } } } } }`;
  const { consortium } = await chair.read(document, { state, first }, asConsortium);
  return consortium.freeInstitutions.edges.map((edge: Selected) => edge.node);
};
const spelling = async (name: string, state?: string) => (await queue(state)).find((each) => each.name === name);
const act = async (mutation: string, input: object, person = chair) => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { freeInstitution { ${node} } userErrors { code path } } }`;
  return (await person.read(document, { input: { idempotencyKey: freshKey(), ...input } }, asConsortium))[mutation];
};
/** References of the school's candidacies studied at an institution. */
const studiedAt = async (institutionId: string): Promise<string[]> => {
  const document = `query ($campaign: ID!, $ids: [ID!]) { desk { candidacies(campaignId: $campaign, first: 50, filter: { institutionIds: $ids }) {
    edges { node { dossier { reference institution } } } } } }`;
  const { desk } = await officer.read(document, { campaign: campaignId, ids: [institutionId] });
  return desk.candidacies.edges.map((edge: Selected) => edge.node.dossier.reference);
};
const frozen = () =>
  world.sql(`select md5(string_agg(t::text, '|' order by t::text)) as digest from (
    select s::text as t from app.snapshot s union all select h::text from app.dossier_head h union all select c::text from app.dossier_content c
    union all select f::text from app.free_institution f) x`);

const references: Record<string, string> = {};
const people: Record<string, Actor> = {};
let held: Selected;

beforeAll(async () => {
  world = await aWorld();
  chair = await world.consortium('Odile');
  officer = await world.member('imt-mines-albi', ['OFFICER']);
  const names = {
    Claire: 'Universite de Lile',
    Paul: 'UNIVERSITÉ de Lile',
    Nadia: 'École du Désert',
    Hugo: 'Université de Sfax',
  };
  for (const [name, institution] of Object.entries(names)) {
    await world.later({ seconds: 1 }); // the first to type a spelling stands for it
    people[name] = await world.candidate(name);
    const dossier = await submitted(people[name], { schools: ['imt-mines-albi'], studies: typed(institution) });
    references[name] = dossier.reference;
    if (name === 'Claire') held = dossier;
    campaignId = dossier.campaignId;
  }
}, 120_000);
afterAll(() => world.close());

describe('institutions typed freely', () => {
  test('wait in one line a spelling, with what of the list they resemble and no word of who typed them', async () => {
    const found = await queue();
    expect(found.map(({ name, candidateCount }) => [name, candidateCount])).toEqual([
      ['École du Désert', null],
      ['Universite de Lile', null],
      ['Université de Sfax', null],
    ]);
    const [likest] = found[1].suggestions;
    expect(likest.institution.name.fr).toBe('Université de Lille');
    expect(likest.likenessPercent).toBeGreaterThan(70);
    expect(JSON.stringify(found)).not.toMatch(/claire|paul|ASTG3-27/i);
  });

  test('are counted from five candidates upwards', async () => {
    await world.later({ seconds: 1 });
    await world.sql('set session_replication_role = replica');
    await world.sql(`insert into app.free_institution (candidate_id, id, name, country, search_key, at)
      select gen_random_uuid(), gen_random_uuid(), 'Ecole du desert', 'FR', 'ecole du desert', app.clock() from generate_series(1, 4)`);
    await world.sql('set session_replication_role = origin');
    expect((await spelling('École du Désert')).candidateCount).toBe(5);
  });

  test('merged once, are found by the schools under the official name, and the candidate reads it; not one dossier changes', async () => {
    const before = await frozen();
    const lile = await spelling('Universite de Lile');
    const { id, name } = lile.suggestions[0].institution;
    expect(await studiedAt(id)).toEqual([]);
    const merged = await act('mergeFreeInstitution', {
      freeInstitutionId: lile.id,
      expectedInstitutionId: null,
      institutionId: id,
    });
    expect(merged).toMatchObject({ freeInstitution: { state: 'MERGED', institution: { id, name } }, userErrors: [] });
    expect((await studiedAt(id)).toSorted()).toEqual([references['Claire'], references['Paul']].toSorted());
    const { studies } = await shown(people['Claire'] as Actor, held, 'studies { institutionName institution { name { fr } } }');
    expect(studies[0]).toEqual({ institutionName: 'Universite de Lile', institution: { name: { fr: 'Université de Lille' } } });
    expect(await frozen()).toEqual(before);
  });

  test('are remembered: the same spelling sent later is found at once', async () => {
    await world.later({ seconds: 1 });
    const late = await world.candidate('Emma');
    const { reference } = await submitted(late, { schools: ['imt-mines-albi'], studies: typed('université de LILE') });
    const { institution } = await spelling('Universite de Lile', 'MERGED');
    expect(await studiedAt(institution.id)).toContain(reference);
    expect((await queue()).map(({ name }) => name)).toEqual(['École du Désert', 'Université de Sfax']);
  });

  test('are refused to whoever saw them otherwise, and changed by whoever sees them as they are', async () => {
    const lile = await spelling('Universite de Lile', 'MERGED');
    const other = (await spelling('Université de Sfax')).suggestions[0].institution;
    const stale = { freeInstitutionId: lile.id, expectedInstitutionId: null, institutionId: other.id };
    expect((await act('mergeFreeInstitution', stale)).userErrors).toEqual([
      { code: 'CHANGED_SINCE_PREPARED', path: ['expectedInstitutionId'] },
    ]);
    const seen = { ...stale, expectedInstitutionId: lile.institution.id };
    expect((await act('mergeFreeInstitution', seen)).freeInstitution.institution.id).toBe(other.id);
    const back = { ...stale, expectedInstitutionId: other.id, institutionId: lile.institution.id };
    expect((await act('mergeFreeInstitution', back)).userErrors).toEqual([]);
    const dismissal = { freeInstitutionId: lile.id, expectedInstitutionId: lile.institution.id };
    expect((await act('dismissFreeInstitution', dismissal)).userErrors).toEqual([
      { code: 'NOT_IN_THIS_STATE', path: ['freeInstitutionId'] },
    ]);
  });

  test('are set aside, and may be merged all the same later', async () => {
    const desert = await spelling('École du Désert');
    const dismissed = await act('dismissFreeInstitution', { freeInstitutionId: desert.id });
    expect(dismissed.freeInstitution).toMatchObject({ state: 'DISMISSED', institution: null });
    expect((await queue()).map(({ name }) => name)).toEqual(['Université de Sfax']);
    expect((await queue('DISMISSED')).map(({ id }) => id)).toEqual([desert.id]);
  });

  test('join the list under a number of ours, and whoever studies there may choose it from then on', async () => {
    const sfax = await spelling('Université de Sfax');
    const sheet = {
      freeInstitutionId: sfax.id,
      name: { fr: ' Université de  Sfax', en: 'University of Sfax' },
      city: 'Sfax',
      country: 'ZZ',
    };
    expect((await act('addInstitution', { ...sheet, name: { fr: ' ' } })).userErrors).toEqual([
      { code: 'BLANK', path: ['name', 'fr'] },
      { code: 'COUNTRY_NOT_VALID', path: ['country'] },
    ]);
    const added = await act('addInstitution', { ...sheet, country: 'TN' });
    expect(added.userErrors).toEqual([]);
    const { institution } = added.freeInstitution;
    expect(institution).toMatchObject({ uai: expect.stringMatching(/^X[A-HJ-NP-Z2-9]{7}$/), name: { fr: 'Université de Sfax' } });
    expect(await studiedAt(institution.id)).toEqual([references['Hugo']]);
    const found = await world.nobody.read('{ institutions(first: 5, search: "sfax") { edges { node { uai } } } }');
    expect(found.institutions.edges).toEqual([{ node: { uai: institution.uai } }]);
    const years = typed('Peu importe').map((each) => ({ ...each, institutionUai: institution.uai }));
    const { reference } = await submitted(await world.candidate('Ines'), { schools: ['imt-mines-albi'], studies: years });
    expect(await studiedAt(institution.id)).toContain(reference);
  });

  test('are the consortium’s to reconcile: a school’s administrator and a candidate may not, and each act is in the trail', async () => {
    const admin = await world.member('imt-mines-albi', ['ADMIN'], 'Anne');
    const document = '{ consortium { freeInstitutions(first: 5) { edges { node { name } } } } }';
    for (const person of [admin, people['Claire'] as Actor])
      expect((await person.ask(document)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const trail = await world.sql(
      `select act, count(*)::int as n from app.audit_person where act like 'SPELLING_%' group by 1 order by 1`,
    );
    expect(trail).toEqual([
      { act: 'SPELLING_ADDED', n: 1 },
      { act: 'SPELLING_DISMISSED', n: 1 },
      { act: 'SPELLING_MERGED', n: 3 },
    ]);
  });

  test('cost the same whatever their number, page by page, each once', async () => {
    await world.sql('set session_replication_role = replica');
    await world.sql(`insert into app.free_institution (candidate_id, id, name, country, search_key, at)
      select gen_random_uuid(), gen_random_uuid(), 'Université de Lille ' || n, 'FR', 'universite de lille ' || n, app.clock() from generate_series(1, 60) n`);
    await world.sql('set session_replication_role = origin');
    const one = await countStatements(() => queue('PENDING', 1));
    const many = await countStatements(() => queue('PENDING', 60));
    expect(many.answer.length).toBe(60);
    expect(many.statements.length).toBe(one.statements.length);
    const paged = `query ($after: String) { consortium { freeInstitutions(first: 7, after: $after) { edges { node { name } } pageInfo { hasNextPage endCursor } } } }`;
    const names: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { freeInstitutions }: Selected = (await chair.read(paged, { after }, asConsortium)).consortium;
      names.push(...freeInstitutions.edges.map((edge: Selected) => edge.node.name));
      [after, more] = [freeInstitutions.pageInfo.endCursor, freeInstitutions.pageInfo.hasNextPage];
    }
    expect(names.length).toBe(60);
    expect(new Set(names).size).toBe(60);
  });
});
