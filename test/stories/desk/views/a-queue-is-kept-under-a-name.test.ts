import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../../world/actor.ts';
import { countStatements } from '../../../world/count-statements.ts';
import { openCampaign } from '../../../world/dossier.ts';
import { plantQueue } from '../../../world/planted-queue.ts';
import { aWorld, type World } from '../../../world/world.ts';

let world: World;
let officer: Actor;
let colleague: Actor;
let observer: Actor;
let stranger: Actor;
let campaignId: string;
let labelId: string;
let candidacies: readonly string[];

const school = 'imt-mines-albi';
const idOf = (type: string, uuid: string) => Buffer.from(`${type}:${uuid}`).toString('base64url');

const view = `view { id name isShared orderBy columns count absentIds version filter {
  states countries specialismIds institutionIds labelIds readerId isUnassigned isUnopened receivedAfter receivedBefore search } }`;
/** A mutation and what is asked of its payload. */
type Act = readonly [name: string, noun: string];
const act = (name: string, noun: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${noun} userErrors { code path } } }`;
const keyed = (input: object) => ({ input: { idempotencyKey: crypto.randomUUID(), ...input } });
const done = async ([name, noun]: Act, input: object, person = officer) =>
  (await person.read(act(name, noun), keyed(input)))[name];
const save = (name: string, given: object = {}, person = officer) =>
  done(['saveView', view], { campaignId, name, isShared: false, ...given }, person);
const listed = async (person = officer, campaign = campaignId) =>
  (await person.read('query ($c: ID!) { desk { views(campaignId: $c) { name isShared count absentIds } } }', { c: campaign }))
    .desk.views;
const refusals = ({ userErrors }: Selected) => userErrors.map(({ code }: Selected) => code);

beforeAll(async () => {
  world = await aWorld();
  officer = await world.member(school, ['OFFICER']);
  colleague = await world.member(school, ['ADMIN'], 'colleague');
  observer = await world.member(school, ['OBSERVER']);
  stranger = await world.member('imt-mines-ales', ['ADMIN'], 'stranger');
  campaignId = (await openCampaign(world.nobody)).id;
  const planted = await plantQueue(world, school, [
    { lastName: 'Arnaud', country: 'BE' },
    { lastName: 'Bernard', state: 'TO_COMPLETE' },
    { lastName: 'Clément', country: 'BE' },
    { lastName: 'Durand' },
  ]);
  candidacies = planted.map((uuid) => idOf('Candidacy', uuid));
  const made = await done(['createLabel', 'label { id }'], { name: 'À revoir', colour: '#00677f' });
  labelId = made.label.id;
  await done(['labelCandidacy', 'candidacy { id }'], { candidacyId: candidacies[2], labelIds: [labelId] });
});
afterAll(() => world.close());

describe('a saved view', () => {
  test('keeps filter, order and columns as they were given, and counts what it holds', async () => {
    const filter = {
      states: ['RECEIVED'],
      countries: ['BE'],
      labelIds: [labelId],
      isUnopened: true,
      isUnassigned: true,
      receivedAfter: '2027-01-01T00:00:00.000Z',
      search: 'Clé',
    };
    const columns = ['LAST_NAME', 'LABELS', 'REFERENCE'];
    const { view: kept, userErrors } = await save(' Belges à revoir ', { filter, orderBy: 'LAST_NAME_ASC', columns });
    expect(userErrors).toEqual([]);
    expect(kept).toMatchObject({ name: 'Belges à revoir', isShared: false, orderBy: 'LAST_NAME_ASC', columns, version: 1 });
    expect(kept.filter).toEqual({ ...filter, specialismIds: null, institutionIds: null, readerId: null, receivedBefore: null });
    expect([kept.count, kept.absentIds]).toEqual([1, []]);
    const [row] = await world.sql<{ filter: string }>(`select filter from app.saved_view where name like 'Belges%'`);
    expect(row?.filter).toMatch(/^\{"countries":\["BE"\],"isUnassigned":true,.*"states":\["RECEIVED"\]\}$/);
  });

  test('without a filter is the whole queue, longest waiting first, in the usual columns', async () => {
    const { view: kept } = await save('Tout');
    expect(kept).toMatchObject({ count: 4, orderBy: 'RECEIVED_AT_ASC' });
    expect(kept.columns).toHaveLength(8);
  });

  test('changes what is given and keeps the rest, once per version', async () => {
    const { view: made } = await save('À changer', { filter: { countries: ['BE'] }, columns: ['STATE'] });
    const change = { viewId: made.id, expectedVersion: 1, name: 'Changée' };
    const { view: renamed } = await done(['changeView', view], change);
    expect(renamed).toMatchObject({ name: 'Changée', count: 2, columns: ['STATE'], version: 2, filter: { countries: ['BE'] } });
    const { view: emptied } = await done(['changeView', view], { viewId: made.id, expectedVersion: 2, filter: null });
    expect(emptied).toMatchObject({ name: 'Changée', count: 4, columns: ['STATE'], filter: { countries: null } });
    expect(refusals(await done(['changeView', view], change))).toEqual(['STALE_VERSION']);
  });

  test('is taken as a list and beside a candidacy, in the view’s own order', async () => {
    const { view: kept } = await save('Belges', { filter: { countries: ['BE'] }, orderBy: 'LAST_NAME_ASC' });
    const list = `query ($c: ID!, $v: ID, $f: CandidacyFilter) { desk { candidacies(campaignId: $c, viewId: $v, filter: $f, first: 10) { edges { node { id } } } } }`;
    const { desk } = await officer.read(list, { c: campaignId, v: kept.id });
    expect(desk.candidacies.edges.map(({ node }: Selected) => node.id)).toEqual([candidacies[0], candidacies[2]]);
    const beside = `query ($id: ID!, $v: ID) { desk { neighbours(candidacyId: $id, viewId: $v) { previous { id } next { id } } } }`;
    const neighbours = async (id: string | undefined) => (await officer.read(beside, { id, v: kept.id })).desk.neighbours;
    expect(await neighbours(candidacies[0])).toEqual({ previous: null, next: { id: candidacies[2] } });
    expect(await neighbours(candidacies[2])).toEqual({ previous: { id: candidacies[0] }, next: null });
    // One that the view does not hold any more still has a place in it.
    expect(await neighbours(candidacies[1])).toEqual({ previous: { id: candidacies[0] }, next: { id: candidacies[2] } });
    const both = await officer.ask(list, { c: campaignId, v: kept.id, f: {} });
    expect(both.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'filter' });
    // An empty id is a malformed one, and no way to the whole queue.
    for (const v of ['', 'malformed'])
      expect((await officer.ask(list, { c: campaignId, v })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('may keep who reads it, and what nobody reads; an assignment taken back counts for nothing', async () => {
    const reader = await world.member(school, ['REVIEWER'], 'reader');
    const [member] = await world.sql<{ id: string }>('select id from app.membership where account_id = $1', [reader.accountId]);
    const readerId = idOf('Person', member?.id ?? '');
    const give = (candidacy: string | undefined, endedAt: string | null) =>
      world.sql(
        `insert into app.assignment (school_id, candidacy_id, reader_id, ended_at) select school_id, id, $1, $3 from app.candidacy where id = $2`,
        [
          reader.accountId,
          Buffer.from(candidacy ?? '', 'base64url')
            .toString()
            .split(':')[1],
          endedAt,
        ],
      );
    await give(candidacies[0], null);
    await give(candidacies[1], '2027-02-01T09:00:00Z');
    expect((await save('Du lecteur', { filter: { readerId } })).view).toMatchObject({ count: 1, filter: { readerId } });
    expect((await save('À affecter', { filter: { isUnassigned: true } })).view.count).toBe(3);
    expect((await save('Affectées', { filter: { isUnassigned: false } })).view.count).toBe(1);
    const unknown = idOf('Person', crypto.randomUUID());
    expect((await save('De personne', { filter: { readerId: unknown } })).view).toMatchObject({ count: 0, absentIds: [unknown] });
    expect((await save('Mal formée', { filter: { readerId: '' } })).view.count).toBe(0);
    await world.sql('delete from app.assignment where reader_id = $1', [reader.accountId]);
  });

  test('whose label was deleted says so and holds nothing, instead of failing', async () => {
    const { label } = await done(['createLabel', 'label { id }'], { name: 'éphémère', colour: '#00677f' });
    await done(['labelCandidacy', 'candidacy { id }'], { candidacyId: candidacies[0], labelIds: [label.id] });
    const { view: kept } = await save('Éphémères', { filter: { labelIds: [label.id] } });
    expect(kept.count).toBe(1);
    await done(['deleteLabel', 'deletedLabelId'], { labelId: label.id, expectedVersion: 1 });
    const found = (await listed()).find(({ name }: Selected) => name === 'Éphémères');
    expect(found).toEqual({ name: 'Éphémères', isShared: false, count: 0, absentIds: [label.id] });
  });

  test('bears a name of its own in its list, whatever case and accents, and is forgotten on request', async () => {
    const { view: made } = await save('Déjà là');
    expect(refusals(await save('deja LA'))).toEqual(['ALREADY_EXISTS']);
    expect(refusals(await save('x'.repeat(61)))).toEqual(['TEXT_TOO_LONG']);
    // The team's list and a colleague's are other lists.
    expect(refusals(await save('déjà là', { isShared: true }))).toEqual([]);
    expect(refusals(await save('déjà là', {}, colleague))).toEqual([]);
    const gone = await done(['deleteView', 'deletedViewId'], { viewId: made.id, expectedVersion: 1 });
    expect(gone).toEqual({ deletedViewId: made.id, userErrors: [] });
    expect(refusals(await save('Déjà là'))).toEqual([]);
  });

  test('is one of thirty at most', async () => {
    const person = await world.member(school, ['OFFICER'], 'collector');
    await world.sql(
      `insert into app.saved_view (school_id, id, campaign_id, holder_id, name, name_key, filter, order_by, columns)
       select s.id, gen_random_uuid(), c.id, $1, 'v' || g, 'v' || g, '{}', 'RECEIVED_AT_ASC', '{STATE}'
       from app.school s, app.campaign c, generate_series(1, 30) g where s.slug = $2 and c.slug = 'astg3-2027'`,
      [person.accountId, school],
    );
    expect(refusals(await save('de trop', {}, person))).toEqual(['TOO_MANY_VIEWS']);
    const ask = () => countStatements(() => listed(person));
    await ask();
    const { answer, statements } = await ask();
    expect(answer.filter(({ isShared }: Selected) => !isShared).map(({ count }: Selected) => count)).toEqual(Array(30).fill(4));
    await listed(observer);
    const few = await countStatements(() => listed(observer));
    expect(few.answer.length).toBeLessThan(5);
    expect(statements.length).toBe(few.statements.length);
  });
});

describe('whose a view is', () => {
  test('the team’s are read by all who see the queue, and made, changed, deleted by who works it', async () => {
    const { view: shared } = await save('De l’école', { isShared: true });
    expect((await listed(observer)).map(({ name }: Selected) => name)).toContain('De l’école');
    expect((await listed(observer)).every(({ isShared }: Selected) => isShared)).toBe(true);
    expect(refusals(await save('Pour tous', { isShared: true }, observer))).toEqual(['OFFICERS_SHARE']);
    const input = { viewId: shared.id, expectedVersion: 1 };
    expect(refusals(await done(['changeView', view], { ...input, name: 'x' }, observer))).toEqual(['OFFICERS_SHARE']);
    expect(refusals(await done(['deleteView', 'deletedViewId'], input, observer))).toEqual(['OFFICERS_SHARE']);
    expect(refusals(await done(['changeView', view], { ...input, name: 'De l’école, revue' }, colleague))).toEqual([]);
    expect(refusals(await save('À moi', {}, observer))).toEqual([]);
  });

  test('B-01 one’s own is nobody else’s: a colleague, another school and a random id answer alike, byte for byte', async () => {
    const { view: own } = await save('Privée', { filter: { search: 'canary' } });
    const { view: shared } = await save('Publique', { isShared: true });
    const random = idOf('View', crypto.randomUUID());
    const told = async (person: Actor, [name, noun]: Act, viewId: string) =>
      (await person.ask(act(name, noun), keyed({ viewId, expectedVersion: 1 }))).body.replace(
        /"traceId":"[^"]*"|"available":\d+/g,
        '',
      );
    for (const [name, noun] of [
      ['changeView', view],
      ['deleteView', 'deletedViewId'],
    ] as const) {
      for (const [person, viewId] of [
        [colleague, own.id],
        [stranger, own.id],
        [stranger, shared.id],
      ] as const) {
        const answer = await told(person, [name, noun], viewId);
        expect(answer).toBe(await told(person, [name, noun], random));
        expect(answer).toContain('NOT_FOUND');
      }
    }
    const list = `query ($c: ID!, $v: ID) { desk { candidacies(campaignId: $c, viewId: $v, first: 1) { edges { node { id } } } } }`;
    const through = async (viewId: string) =>
      (await stranger.ask(list, { c: campaignId, v: viewId })).body.replace(/"traceId":"[^"]*"|"available":\d+/g, '');
    expect(await through(shared.id)).toBe(await through(random));
    expect(await listed(stranger)).toEqual([]);
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect((await colleague.read(node, { id: own.id })).node).toBeNull();
    expect((await officer.read(node, { id: own.id })).node).toEqual({ id: own.id });
    // It is the policy that keeps it: without the holder in it, a colleague reads it.
    const policy = (rows: string) => world.sql(`alter policy saved_view_school_select on app.saved_view using (${rows})`);
    await policy('school_id = (select app.acting_school())');
    expect((await colleague.read(node, { id: own.id })).node).toEqual({ id: own.id });
    await policy(
      'school_id = (select app.acting_school()) and holder_id = any (array[(select app.principal()), (select app.acting_school())])',
    );
  });

  test('whoever reads what is assigned keeps none', async () => {
    const reviewer = await world.member(school, ['REVIEWER']);
    const { errors } = await reviewer.ask(act('saveView', view), keyed({ campaignId, name: 'x', isShared: false }));
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

test('a saved view never goes into a campaign that is none', async () => {
  const { errors } = await officer.ask(
    act('saveView', view),
    keyed({ campaignId: idOf('Campaign', crypto.randomUUID()), name: 'x', isShared: false }),
  );
  expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
});
