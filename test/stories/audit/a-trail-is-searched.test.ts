import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { asConsortium } from '../../world/consortium.ts';
import { freshKey, type HeldDossier, submitted } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let head: Actor;
let officer: Actor;
let chair: Actor;
let held: HeldDossier;
let candidacyId: string;

const lines = `edges { node { id action at objectId purpose actor { id displayName } } } pageInfo { endCursor hasNextPage }`;
const ofSchool = `query ($first: Int, $after: String, $filter: AuditFilter) { desk { audit(first: $first, after: $after, filter: $filter) { ${lines} } } }`;
const ofConsortium = ofSchool.replace('desk', 'consortium');
const search = async (person: Actor, filter: object | null = null, page: object = { first: 50 }): Promise<Selected> => {
  const { desk } = await person.read(ofSchool, { ...page, filter });
  return desk.audit;
};
const nodes = ({ edges }: Selected): Selected[] => edges.map(({ node }: Selected) => node);
const acts = (found: Selected) => nodes(found).map(({ action }) => action);

const open = (person: Actor, id: string) =>
  person.read(
    'mutation ($input: OpenCandidacyInput!) { openCandidacy(input: $input) { candidacy { id } userErrors { code } } }',
    { input: { candidacyId: id, idempotencyKey: freshKey() } },
  );
const idIn = async (person: Actor): Promise<string> => {
  const { desk } = await person.read(
    'query ($c: ID!) { desk { candidacies(campaignId: $c, first: 1) { edges { node { id } } } } }',
    { c: held.campaignId },
  );
  return desk.candidacies.edges[0].node.id;
};

beforeAll(async () => {
  world = await aWorld();
  head = await world.member('imt-mines-albi', ['ADMIN'], 'head');
  officer = await world.member('imt-mines-albi', ['OFFICER']);
  chair = await world.consortium('Odile');
  held = await submitted(await world.candidate('Claire'), { schools: ['imt-mines-albi', 'imt-mines-ales'] });
  candidacyId = await idIn(officer);
  await world.later({ minutes: 10 });
  await open(officer, candidacyId);
  await world.later({ minutes: 10 });
  await open(head, candidacyId);
});
afterAll(() => world.close());

describe('the administrator of a school', () => {
  test('reads its own trail, newest first, page by page', async () => {
    const whole = acts(await search(head, { objectId: candidacyId }));
    expect(whole).toEqual(['CANDIDACY_OPENED', 'CANDIDACY_OPENED', 'CANDIDACY_RECEIVED']);
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Selected = await search(head, { objectId: candidacyId }, { first: 1, after });
      paged.push(...acts(page));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(paged).toEqual(whole);
  });

  test('searches by who, by what was done, by which object and by when, and by several at once', async () => {
    const all = nodes(await search(head));
    const byOfficer = all.find(({ actor }: Selected) => actor?.displayName === officer.email).actor.id;
    expect(acts(await search(head, { actorId: byOfficer, acts: ['CANDIDACY_OPENED'] }))).toEqual(['CANDIDACY_OPENED']);
    expect(acts(await search(head, { acts: ['CANDIDACY_RECEIVED'] }))).toEqual(['CANDIDACY_RECEIVED']);
    const late = { since: '2027-02-01T09:05:00Z', until: '2027-02-01T09:20:00Z', objectId: candidacyId };
    expect(nodes(await search(head, late)).map(({ at }) => at)).toEqual(['2027-02-01T09:10:00.000Z']);
    for (const nothing of [{ actorId: 'x' }, { objectId: 'x' }, { actorId: candidacyId }, { acts: [] }])
      expect(acts(await search(head, nothing))).toEqual([]);
    const [first] = (await search(head, null, { first: 1 })).edges;
    expect(first.node.objectId).toBe(candidacyId);
  });

  test('I-09 finds nothing of what another school did with the same candidate', async () => {
    const other = await world.member('imt-mines-ales', ['ADMIN'], 'other');
    const theirs = await idIn(other);
    await open(other, theirs);
    expect(acts(await search(other, { objectId: theirs }))).toEqual(['CANDIDACY_OPENED', 'CANDIDACY_RECEIVED']);
    expect(acts(await search(head, { objectId: theirs }))).toEqual([]);
    const [actor] = nodes(await search(other)).flatMap((node) => (node.actor ? [node.actor.id] : []));
    expect(acts(await search(head, { actorId: actor }))).toEqual([]);
    const names = JSON.stringify(nodes(await search(head)));
    expect(names).not.toContain('ales');
  });

  test('I-09 is the only one: an officer is refused', async () => {
    const { errors } = await officer.ask(ofSchool, { first: 1 });
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('an administrator of the consortium', () => {
  test('searches the consortium’s own acts, and finds no school’s', async () => {
    const school = held.schoolIds['imt-lille-douai'];
    const document =
      'mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { breakGlass { id } userErrors { code } } }';
    const input = {
      schoolId: school,
      reference: 'ASTG3-27-22222',
      reason: 'Un candidat se plaint du reçu.',
      idempotencyKey: freshKey(),
    };
    await chair.read(document, { input }, asConsortium);
    const found = async (filter: object) =>
      nodes((await chair.read(ofConsortium, { first: 50, filter }, asConsortium)).consortium.audit);
    const tried = await found({ acts: ['BREAK_GLASS_TRIED'] });
    expect(tried).toMatchObject([{ objectId: school, actor: { displayName: 'Odile' }, purpose: null }]);
    expect(await found({ objectId: school, actorId: tried[0].actor.id })).toEqual(tried);
    expect(await found({ acts: ['CANDIDACY_OPENED', 'CANDIDACY_RECEIVED', 'APPLICATION_SUBMITTED'] })).toEqual([]);
    expect(await found({ since: '2028-01-01T00:00:00Z' })).toEqual([]);
  });
});
