import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { submitted } from '../../world/dossier.ts';
import { plantQueue } from '../../world/planted-queue.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let officer: Actor;
let campaignId: string;

const school = 'imt-mines-albi';
const queue = `query ($campaign: ID!, $filter: CandidacyFilter, $orderBy: CandidacyOrder, $first: Int, $after: String, $last: Int, $before: String) {
  desk { candidacies(campaignId: $campaign, filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { id state receivedAt isUnopened openedAt specialisms { code }
      dossier { reference institution country identity { lastName } } } } } } }`;

const list = async (variables: object) => {
  const { desk } = await officer.read(queue, { campaign: campaignId, first: 10, ...variables });
  return desk.candidacies;
};
const namesOf = ({ edges }: Selected) => edges.map(({ node }: Selected) => node.dossier.identity.lastName);
/** The code of a list that is refused; nothing of it is shown. */
const refusalOf = async (variables: object) => {
  const { data, errors } = await officer.ask(queue, { campaign: campaignId, first: 10, ...variables });
  expect(data?.desk ?? null).toBeNull();
  return errors[0]?.extensions.code;
};
const found = async (filter: object) => namesOf(await list({ filter, orderBy: 'LAST_NAME_ASC' }));

beforeAll(async () => {
  world = await aWorld();
  officer = await world.member(school, ['OFFICER']);
  const claire = await submitted(await world.candidate('Claire'), { schools: [school, 'imt-mines-ales'] });
  campaignId = claire.campaignId;
  await world.sql(`insert into app.institution (id, uai, name_fr, city, country, search_key)
    values ('11111111-1111-4111-8111-111111111111', '0751111X', 'École', 'Paris', 'FR', 'ecole') on conflict do nothing`);
  await plantQueue(world, school, [
    { lastName: 'Étienne', firstNames: 'Zoé', country: 'BE', receivedAt: '2027-02-01T08:00:00.000001Z' },
    { lastName: 'Etcheverry', specialism: 'automation', receivedAt: '2027-02-01T08:00:00.000002Z' },
    { lastName: 'Zidane', institutionId: '11111111-1111-4111-8111-111111111111', receivedAt: '2027-02-01T08:00:00.000003Z' },
    { lastName: 'Élan', state: 'WITHDRAWN', reference: 'ASTG3-27-11111', receivedAt: '2027-02-01T08:00:00.000004Z' },
  ]);
});
afterAll(() => world.close());

describe('an officer works the queue', () => {
  test('a submitted dossier stands in it with its name, institution and state', async () => {
    const { edges } = await list({ filter: { search: 'claire' } });
    expect(edges).toHaveLength(1);
    expect(edges[0].node).toMatchObject({
      state: 'RECEIVED',
      receivedAt: '2027-02-01T09:00:00.000Z',
      isUnopened: true,
      openedAt: null,
      dossier: { identity: { lastName: 'Claire' }, country: 'FR' },
    });
  });

  test('it is counted per state, and by what nobody opened; an unfiltered list knows its size', async () => {
    const { desk } = await officer.read(
      `query ($c: ID!) { desk { school { slug } queueCounts(campaignId: $c) { view count filter { states isUnopened } } } }`,
      {
        c: campaignId,
      },
    );
    expect(desk.school.slug).toBe(school);
    expect(desk.queueCounts.map(({ view, count }: Selected) => ({ view, count }))).toEqual([
      { view: 'ALL', count: 5 },
      { view: 'UNOPENED', count: 4 },
      { view: 'RECEIVED', count: 4 },
      { view: 'WITHDRAWN', count: 1 },
    ]);
    // The filter told with a count lists just what was counted.
    for (const { count, filter } of desk.queueCounts) expect((await list({ filter })).edges).toHaveLength(count);
    expect((await list({})).totalCount).toBe(5);
    expect((await list({ filter: { countries: ['FR'] } })).totalCount).toBeNull();
  });

  test('B-29 every filter narrows it, and several together narrow it further', async () => {
    const all = await officer.read('{ campaign(slug: "astg3-2027") { members { notice { specialisms { id code } } } } }');
    const specialisms = all.campaign.members.flatMap(({ notice }: Selected) => notice.specialisms);
    const automation = specialisms.find(({ code }: Selected) => code === 'automation').id;
    const institution = Buffer.from('Institution:11111111-1111-4111-8111-111111111111').toString('base64url');
    expect(await found({ states: ['WITHDRAWN'] })).toEqual(['Élan']);
    expect(await found({ countries: ['BE'] })).toEqual(['Étienne']);
    expect(await found({ specialismIds: [automation] })).toEqual(['Etcheverry']);
    expect(await found({ institutionIds: [institution] })).toEqual(['Zidane']);
    expect(await found({ receivedAfter: '2027-02-01T08:30:00Z' })).toEqual(['Claire']);
    expect(await found({ receivedBefore: '2027-02-01T08:30:00Z', states: ['RECEIVED'] })).toEqual([
      'Etcheverry',
      'Étienne',
      'Zidane',
    ]);
    expect(await found({ isUnopened: false })).toEqual([]);
    expect(await found({ states: ['WITHDRAWN'], countries: ['BE'] })).toEqual([]);
    expect(await found({ specialismIds: ['none of ours'] })).toEqual([]);
  });

  test('names and references are found by their beginning, accents or not', async () => {
    expect(await found({ search: 'et' })).toEqual(['Etcheverry', 'Étienne']);
    expect(await found({ search: ' ÉTIENNE  zo' })).toEqual(['Étienne']);
    expect(await found({ search: 'astg3-27-1111' })).toEqual(['Élan']);
    for (const pasted of ['\ufeffASTG3-27-1111', 'astg3-27\u00ad-1111', '\u200bÉlan'])
      expect(await found({ search: pasted })).toEqual(['Élan']);
    expect(await found({ search: ' ' })).toHaveLength(5);
    expect(await found({ search: '\u200b' })).toHaveLength(5);
    for (const search of ['-', '’', ' – ', '\u0301']) expect(await found({ search })).toEqual([]);
  });

  test('C-17 what is typed is never a pattern nor a statement', async () => {
    for (const search of ['%', '_', "' or 1=1 --", '\\', '$1', 'e%', ';', '::text']) {
      expect(await found({ search })).toEqual([]);
    }
    // An apostrophe is how some names are spelt: it counts as a space.
    expect(await found({ search: "E'" })).toEqual(['Élan', 'Etcheverry', 'Étienne']);
    expect(await refusalOf({ filter: { search: 'a\0b' } })).toBe('BAD_USER_INPUT');
  });

  test('C-16 C-18 a filter takes no operators, an order none that is not offered', async () => {
    for (const filter of [{ search: { $ne: '' } }, { $or: [{}] }, { states: { $gt: 0 } }, { search: 'x'.repeat(101) }]) {
      expect(await refusalOf({ filter })).toBe('BAD_USER_INPUT');
    }
    for (const orderBy of ['candidate_id', 'PREFERENCE_RANK_ASC', 'received_at; drop table app.candidacy']) {
      expect(await refusalOf({ orderBy })).toBe('BAD_USER_INPUT');
    }
  });

  test.each(['RECEIVED_AT_ASC', 'RECEIVED_AT_DESC', 'LAST_NAME_ASC'])(
    'its pages in the order %s are one list, forward and backward',
    async (orderBy) => {
      const whole = namesOf(await list({ orderBy, first: 100 }));
      expect(whole).toHaveLength(5);
      const forward: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page: Selected = await list({ orderBy, first: 2, after });
        forward.push(...namesOf(page));
        ({ hasNextPage: more, endCursor: after } = page.pageInfo);
      }
      expect(forward).toEqual(whole);
      const backward: string[] = [];
      for (let before: string | null = null, more = true; more; ) {
        const page: Selected = await list({ orderBy, first: null, last: 2, before });
        backward.unshift(...namesOf(page));
        ({ hasPreviousPage: more, startCursor: before } = page.pageInfo);
      }
      expect(backward).toEqual(whole);
    },
  );

  test('names sort as French does, and rows a microsecond apart are not skipped', async () => {
    expect(namesOf(await list({ orderBy: 'LAST_NAME_ASC' }))).toEqual(['Claire', 'Élan', 'Etcheverry', 'Étienne', 'Zidane']);
    expect(namesOf(await list({ orderBy: 'RECEIVED_AT_ASC' }))).toEqual(['Étienne', 'Etcheverry', 'Zidane', 'Élan', 'Claire']);
  });

  test('a cursor of another filter or order is refused, as is a page of nothing', async () => {
    const { pageInfo } = await list({ first: 1 });
    const refused = [
      { first: 1, after: pageInfo.endCursor, orderBy: 'LAST_NAME_ASC' },
      { first: 1, after: pageInfo.endCursor, filter: { states: ['RECEIVED'] } },
      { first: 1, after: 'x' },
      { first: 101 },
      { first: null },
      { first: 1, last: 1 },
    ];
    for (const variables of refused) {
      expect(await refusalOf(variables)).toBe('BAD_USER_INPUT');
    }
  });

  test('each candidacy knows its neighbours in the queue as it is filtered and ordered', async () => {
    const { edges } = await list({ filter: { search: 'etcheverry' } });
    const beside = `query ($id: ID!, $filter: CandidacyFilter, $orderBy: CandidacyOrder) { desk { neighbours(candidacyId: $id, filter: $filter, orderBy: $orderBy) {
      previous { dossier { identity { lastName } } } next { dossier { identity { lastName } } } } } }`;
    const names = async (variables: object) => {
      const { neighbours } = (await officer.read(beside, { id: edges[0].node.id, ...variables })).desk;
      return [neighbours.previous, neighbours.next].map((each) => each?.dossier.identity.lastName ?? null);
    };
    expect(await names({})).toEqual(['Étienne', 'Zidane']);
    expect(await names({ orderBy: 'RECEIVED_AT_DESC' })).toEqual(['Zidane', 'Étienne']);
    expect(await names({ orderBy: 'LAST_NAME_ASC' })).toEqual(['Élan', 'Étienne']);
    expect(await names({ filter: { countries: ['BE'] } })).toEqual(['Étienne', null]);
  });

  test('a candidacy bears the notice it was received under and its own side’s history', async () => {
    const { edges } = await list({ filter: { search: 'claire' } });
    const { id } = edges[0].node;
    await world.later({ minutes: 5 });
    const opened = await officer.read(
      `mutation ($input: OpenCandidacyInput!) { openCandidacy(input: $input) { candidacy { isUnopened } userErrors { code } } }`,
      {
        input: { candidacyId: id, idempotencyKey: crypto.randomUUID() },
      },
    );
    expect(opened.openCandidacy).toEqual({ candidacy: { isUnopened: false }, userErrors: [] });
    const { node } = await officer.read(
      `query ($id: ID!) { node(id: $id) { id ... on Candidacy { version otherSchools { count } notice { version }
        history(first: 10) { edges { node { action actor { displayName } objectId purpose at } } } } } }`,
      { id },
    );
    expect(node).toMatchObject({ id, version: 1, otherSchools: null, notice: { version: 1 } });
    expect(node.history.edges.map(({ node: entry }: Selected) => [entry.action, entry.actor?.displayName ?? null])).toEqual([
      ['CANDIDACY_RECEIVED', null],
      ['CANDIDACY_OPENED', officer.email],
    ]);
    expect(node.history.edges[0].node.objectId).toBe(id);
    expect(await found({ isUnopened: false })).toEqual(['Claire']);
  });
});
