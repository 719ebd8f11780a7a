import { fetchers } from '@guichet/gateway/node/fetchers';
import { bareSchema } from '@guichet/gateway/schema';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type GraphQLInterfaceType, isInterfaceType } from 'graphql';
import type { Actor, Selected } from '../world/actor.ts';
import { submitted } from '../world/dossier.ts';
import { aWorld, type World } from '../world/world.ts';

let world: World;
let claire: Actor;
let officer: Actor;
let publicIds: readonly string[];
let schoolIds: readonly string[];
let candidateIds: readonly string[];

const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { type: __typename id } }';
const typesOf = async (person: Actor, ids: readonly string[], actingAs?: string) => {
  const answer = await person.read(nodes, { ids }, actingAs === undefined ? {} : { actingAs });
  return answer.nodes.map((each: Selected) => each?.type ?? null);
};

beforeAll(async () => {
  world = await aWorld();
  claire = await world.candidate('Claire');
  officer = await world.member('imt-mines-ales', ['OFFICER']);
  const { campaignId, applicationId } = await submitted(claire, { schools: ['imt-mines-ales'] });
  const { campaign } = await world.nobody.read(
    '{ campaign(slug: "astg3-2027") { id members { school { id } notice { id specialisms { id } } } } }',
  );
  const { notice, school } = campaign.members[0];
  publicIds = [campaign.id, school.id, notice.id, notice.specialisms[0].id];
  const { desk } = await officer.read(
    `query ($c: ID!) { desk { members { id person { id } } candidacies(campaignId: $c, first: 1) { edges { node { id dossier { id }
      history(first: 1) { edges { node { id } } } } } } } }`,
    { c: campaignId },
  );
  const { node } = desk.candidacies.edges[0];
  const [member] = desk.members;
  schoolIds = [node.id, node.dossier.id, node.history.edges[0].node.id, member.id, member.person.id];
  const { me } = await claire.read('query ($c: ID!) { me { id application(campaignId: $c) { id choices { id } } } }', {
    c: campaignId,
  });
  candidateIds = [me.id, applicationId, me.application.choices[0].id];
});
afterAll(() => world.close());

test('every type that can be fetched again has its line among the fetchers, and no other has', async () => {
  const schema = await bareSchema();
  const node = schema.getType('Node');
  expect(isInterfaceType(node)).toBe(true);
  const types = schema.getPossibleTypes(node as GraphQLInterfaceType).map(({ name }) => name);
  expect(Object.keys(fetchers).toSorted()).toEqual(types.toSorted());
});

test('what is public answers everybody, in the order asked', async () => {
  const types = ['Campaign', 'School', 'Notice', 'Specialism'];
  for (const person of [world.nobody, claire, officer, await world.consortium()]) {
    expect(await typesOf(person, publicIds)).toEqual(types);
    expect(await typesOf(person, [...publicIds].toReversed())).toEqual(types.toReversed());
  }
});

test('B-23 a school’s rows answer its own team, a candidate’s the candidate, and nobody else', async () => {
  const ofSchool = ['Candidacy', 'Dossier', 'AuditEntry', 'Membership', 'Person'];
  const ofCandidate = ['Candidate', 'Application', 'Choice'];
  expect(await typesOf(officer, [...schoolIds, ...candidateIds])).toEqual([...ofSchool, null, null, null]);
  expect(await typesOf(claire, [...schoolIds, ...candidateIds])).toEqual([...Array(5).fill(null), ...ofCandidate]);
  const others = [
    world.nobody,
    await world.candidate('Autre'),
    await world.member('imt-mines-albi', ['ADMIN'], 'Alba'),
    await world.consortium('Autre'),
  ];
  for (const person of others) expect(await typesOf(person, [...schoolIds, ...candidateIds])).toEqual(Array(8).fill(null));
});

test('more than a hundred ids are refused, an empty list is empty', async () => {
  expect(await typesOf(officer, [])).toEqual([]);
  const answer = await officer.ask(nodes, { ids: Array(101).fill(schoolIds[0]) });
  expect(answer.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
