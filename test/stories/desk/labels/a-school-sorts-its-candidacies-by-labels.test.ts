import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../../world/actor.ts';
import { openCampaign } from '../../../world/dossier.ts';
import { plantQueue } from '../../../world/planted-queue.ts';
import { aWorld, type World } from '../../../world/world.ts';

let world: World;
let officer: Actor;
let observer: Actor;
let stranger: Actor;
let campaignId: string;
let candidacies: readonly string[];

const school = 'imt-mines-albi';
const idOf = (type: string, uuid: string) => Buffer.from(`${type}:${uuid}`).toString('base64url');

beforeAll(async () => {
  world = await aWorld();
  officer = await world.member(school, ['OFFICER']);
  observer = await world.member(school, ['OBSERVER']);
  stranger = await world.member('imt-mines-ales', ['ADMIN'], 'stranger');
  campaignId = (await openCampaign(world.nobody)).id;
  const planted = await plantQueue(world, school, [{ lastName: 'Arnaud' }, { lastName: 'Bernard' }, { lastName: 'Clément' }]);
  candidacies = planted.map((uuid) => idOf('Candidacy', uuid));
});
afterAll(() => world.close());

/** A mutation and what is asked of its payload. */
type Act = readonly [name: string, noun: string];
const act = (name: string, noun: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${noun} userErrors { code message path } } }`;
const label = 'label { id name colour version }';
const candidacy = 'candidacy { id labels { name } }';

const done = async ([name, noun]: Act, input: object, person = officer) =>
  (await person.read(act(name, noun), { input: { idempotencyKey: crypto.randomUUID(), ...input } }))[name];
const codeOf = async ([name, noun]: Act, input: object, person = officer) =>
  (await person.ask(act(name, noun), { input: { idempotencyKey: crypto.randomUUID(), ...input } })).errors[0]?.extensions.code;

const create = (name: string, colour = '#00677f') => done(['createLabel', label], { name, colour });
const listed = async (person = officer) => (await person.read('{ desk { labels { name colour } } }')).desk.labels;
const labelled = async (labelIds: readonly string[]) => {
  const { desk } = await officer.read(
    `query ($c: ID!, $labelIds: [ID!]) { desk { candidacies(campaignId: $c, filter: { labelIds: $labelIds }, orderBy: LAST_NAME_ASC, first: 10) {
      edges { node { labels { name } dossier { identity { lastName } } } } } } }`,
    { c: campaignId, labelIds },
  );
  return desk.candidacies.edges.map(({ node }: Selected) => node.dossier.identity.lastName);
};

describe('the school’s list of labels', () => {
  test('is by name, as French sorts, and read by whoever sees the queue', async () => {
    await create('Étranger');
    await create('à revoir', '#8a1c1c');
    await create('Excellent');
    expect(await listed()).toEqual([
      { name: 'à revoir', colour: '#8a1c1c' },
      { name: 'Étranger', colour: '#00677f' },
      { name: 'Excellent', colour: '#00677f' },
    ]);
    expect(await listed(observer)).toHaveLength(3);
    expect(await listed(stranger)).toEqual([]);
  });

  test('a name taken, whatever its case and accents, and a colour that cannot be read are refused together', async () => {
    const { label: none, userErrors } = await create(' A REVOIR ', '#ffff00');
    expect(none).toBeNull();
    expect(userErrors.map(({ code, path }: Selected) => [code, path])).toEqual([
      ['CONTRAST_TOO_LOW', ['colour']],
      ['ALREADY_EXISTS', ['name']],
    ]);
    expect((await create('x'.repeat(41))).userErrors[0].code).toBe('TEXT_TOO_LONG');
  });

  test('a label changes its name and colour once per version', async () => {
    const { label: made } = await create('Brouillon');
    const change = { labelId: made.id, expectedVersion: 1, name: 'BROUILLON', colour: '#0B5D1E' };
    const { label: changed } = await done(['changeLabel', label], change);
    expect(changed).toEqual({ id: made.id, name: 'BROUILLON', colour: '#0b5d1e', version: 2 });
    const again = await done(['changeLabel', label], { ...change, colour: null });
    expect([again.label, again.userErrors[0].code]).toEqual([null, 'STALE_VERSION']);
  });

  test('two who add one name at once make one label, and the same call twice makes it once', async () => {
    const outcomes = await Promise.all([create('Ensemble'), create('ENSEMBLE')]);
    expect(outcomes.map(({ userErrors }) => userErrors.length).toSorted()).toEqual([0, 1]);
    const input = { idempotencyKey: crypto.randomUUID(), name: 'Une fois', colour: '#00677f' };
    const [one, two] = [await done(['createLabel', label], input), await done(['createLabel', label], input)];
    expect(two.label.id).toBe(one.label.id);
  });

  test('the hundredth is the last', async () => {
    const present = (await listed()).length;
    await world.sql(
      `insert into app.label (school_id, id, name, name_key, colour) select s.id, gen_random_uuid(), 'n' || g, 'n' || g, '#00677f'
       from app.school s, generate_series(1, $2::int) g where s.slug = $1`,
      [school, 100 - present],
    );
    const { userErrors } = await create('une de trop');
    expect(userErrors[0]).toMatchObject({ code: 'TOO_MANY_LABELS', message: expect.stringContaining('100') });
    await world.sql(`delete from app.label where name ~ '^n[0-9]+$'`);
  });

  test('an observer and a stranger change none of it', async () => {
    const { label: made } = await create('Gardée');
    const input = { labelId: made.id, expectedVersion: 1 };
    expect(await codeOf(['createLabel', label], { name: 'x', colour: '#000000' }, observer)).toBe('FORBIDDEN');
    expect(await codeOf(['deleteLabel', 'deletedLabelId'], input, observer)).toBe('FORBIDDEN');
    expect(await codeOf(['deleteLabel', 'deletedLabelId'], input, stranger)).toBe('NOT_FOUND');
    expect(await codeOf(['changeLabel', label], { ...input, name: 'x' }, stranger)).toBe('NOT_FOUND');
  });
});

describe('labels on candidacies', () => {
  test('stand on a candidacy, filter the queue, and are told in its history once', async () => {
    const [one, two] = [(await create('un')).label.id, (await create('deux')).label.id];
    const [first, second] = candidacies;
    await done(['labelCandidacy', candidacy], { candidacyId: first, labelIds: [one, two] });
    const { candidacy: again } = await done(['labelCandidacy', candidacy], { candidacyId: first, labelIds: [one] });
    expect(again).toEqual({ id: first, labels: [{ name: 'deux' }, { name: 'un' }] });
    await done(['labelCandidacy', candidacy], { candidacyId: second, labelIds: [two] });
    expect(await labelled([one])).toEqual(['Arnaud']);
    expect(await labelled([one, two])).toEqual(['Arnaud', 'Bernard']);
    expect(await labelled(['none of ours'])).toEqual([]);
    const { node } = await officer.read(
      `query ($id: ID!) { node(id: $id) { ... on Candidacy { version history(first: 10) { edges { node { action } } } } } }`,
      { id: first },
    );
    const acts = node.history.edges.map(({ node: entry }: Selected) => entry.action);
    expect([node.version, acts.filter((each: string) => each === 'CANDIDACY_LABELLED')]).toEqual([1, ['CANDIDACY_LABELLED']]);
  });

  test('are taken off one by one, and all at once with their label', async () => {
    const { id } = (await create('passagère')).label;
    const [, second, third] = candidacies;
    for (const candidacyId of [second, third]) await done(['labelCandidacy', candidacy], { candidacyId, labelIds: [id] });
    await done(['unlabelCandidacy', candidacy], { candidacyId: second, labelIds: [id] });
    await done(['unlabelCandidacy', candidacy], { candidacyId: second, labelIds: [id] });
    expect(await labelled([id])).toEqual(['Clément']);
    const gone = await done(['deleteLabel', 'deletedLabelId'], { labelId: id, expectedVersion: 1 });
    expect(gone).toEqual({ deletedLabelId: id, userErrors: [] });
    expect(await labelled([id])).toEqual([]);
    expect(await codeOf(['labelCandidacy', candidacy], { candidacyId: third, labelIds: [id] })).toBe('NOT_FOUND');
  });

  test('B-01 another school’s candidacy and label answer as random ones, byte for byte', async () => {
    const { id } = (await create('à nous')).label;
    const [first] = candidacies;
    const bodies = async (name: string, field: string, inputs: readonly object[]) => {
      const told = [];
      for (const input of inputs) {
        const { body } = await stranger.ask(act(name, field), { input: { idempotencyKey: crypto.randomUUID(), ...input } });
        told.push(body.replace(/"traceId":"[^"]*"|"available":\d+/g, ''));
      }
      return told;
    };
    const random = { candidacyId: idOf('Candidacy', crypto.randomUUID()), labelIds: [idOf('Label', crypto.randomUUID())] };
    for (const name of ['labelCandidacy', 'unlabelCandidacy']) {
      const told = await bodies(name, candidacy, [random, { ...random, candidacyId: first }, { ...random, labelIds: [id] }]);
      expect(new Set(told).size).toBe(1);
      expect(told[0]).toContain('NOT_FOUND');
    }
    expect((await stranger.read('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
  });

  test('whoever reads what is assigned sees no label, by no path', async () => {
    const reviewer = await world.member(school, ['REVIEWER']);
    expect((await reviewer.ask('{ desk { labels { name } } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const { errors } = await reviewer.ask('query ($id: ID!) { node(id: $id) { ... on Label { name } } }', { id: 'x' });
    expect(errors).toEqual([]);
  });
});

test('C-26 labels cost one statement for a whole page', async () => {
  const { countStatements } = await import('../../../world/count-statements.ts');
  const page = (first: number) =>
    countStatements(() =>
      officer.read(
        `query ($c: ID!, $n: Int!) { desk { candidacies(campaignId: $c, first: $n) { edges { node { labels { name } } } } } }`,
        { c: campaignId, n: first },
      ),
    );
  await page(1);
  const counts = [(await page(1)).statements.length, (await page(3)).statements.length];
  expect(counts[0]).toBe(counts[1]);
});
