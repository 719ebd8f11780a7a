import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { freshKey, submitted } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let admin: Actor;
let campaignId: string;

const draftFields = `version number digest specialismsPerChoice requiredEcts campaign { state } inForce { version }
  specialisms { id code } intake { route seats bySpecialism { code seats } } articles { article rule }
  changes { part name before after } objections { code path }`;
const draft = async () =>
  (await admin.read(`query ($c: ID!) { desk { noticeDraft(campaignId: $c) { ${draftFields} } } }`, { c: campaignId })).desk
    .noticeDraft;
const save = async (input: object) => {
  const document = `mutation ($input: SaveNoticeInput!) { saveNotice(input: $input) { noticeDraft { ${draftFields} } userErrors { code path message ... on StaleVersion { currentVersion } } } }`;
  return (await admin.read(document, { input: { campaignId, idempotencyKey: freshKey(), ...input } })).saveNotice;
};
const freeze = async (input: object) => {
  const document = `mutation ($input: FreezeNoticeInput!) { freezeNotice(input: $input) { notice { id version digest seats reason frozenAt specialismsPerChoice } userErrors { code path } } }`;
  return (await admin.read(document, { input: { campaignId, idempotencyKey: freshKey(), ...input } })).freezeNotice;
};
const inForce = async () => {
  const { campaign } = await world.nobody.read(
    `{ campaign(slug: "astg3-2027") { members { school { slug } notice { version seats } } } }`,
  );
  return campaign.members.find(({ school }: Selected) => school.slug === 'imt-mines-albi').notice;
};

beforeAll(async () => {
  world = await aWorld();
  admin = await world.member('imt-mines-albi', ['ADMIN'], 'Adeline');
  ({ campaignId } = await submitted(await world.candidate('Hélène'), { schools: ['imt-mines-albi'] }));
});
afterAll(() => world.close());

test('the notice in preparation begins as the one in force, and nothing is to be frozen', async () => {
  expect(await draft()).toMatchObject({
    version: 1,
    number: 2,
    inForce: { version: 1 },
    changes: [],
    objections: [{ code: 'NOTHING_CHANGED' }],
  });
});

test('every fault of a notice is told at once, at its place in the input, and nothing is saved', async () => {
  const before = await draft();
  const { noticeDraft, userErrors } = await save({
    expectedVersion: 1,
    specialismIds: [before.specialisms[0].id, before.specialisms[0].id, 'none of ours'],
    specialismsPerChoice: 9,
    intake: [{ route: 'ASTG3', seats: 3, bySpecialism: [{ code: before.specialisms[0].code, seats: 2 }] }],
  });
  expect(noticeDraft).toBeNull();
  expect(userErrors.map(({ code, path }: Selected) => [code, path?.join('.')])).toEqual([
    ['UNKNOWN_VALUE', 'specialismIds.2'],
    ['NUMBER_OUT_OF_RANGE', 'specialismsPerChoice'],
    ['NAMED_TWICE', 'specialismIds.1'],
    ['SEATS_DO_NOT_ADD_UP', 'intake.0.bySpecialism'],
  ]);
  expect(await draft()).toEqual(before);
});

test('what was saved is shown as a difference, and binds nobody yet', async () => {
  const { specialisms } = await draft();
  const { noticeDraft, userErrors } = await save({
    expectedVersion: 1,
    specialismIds: specialisms.slice(1).map(({ id }: Selected) => id),
    intake: [{ route: 'ASTG3', seats: 12 }],
    articles: [{ article: 7, rule: 'LEVEL' }],
  });
  expect(userErrors).toEqual([]);
  expect(noticeDraft).toMatchObject({ version: 2, number: 2, objections: [] });
  expect(noticeDraft.changes).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ part: 'SPECIALISM', name: specialisms[0].code, after: null }),
      expect.objectContaining({ part: 'SEATS', name: 'ASTG3', after: '12' }),
      expect.objectContaining({ part: 'ARTICLE', name: 'level', after: '7' }),
    ]),
  );
  expect(await inForce()).toMatchObject({ version: 1 });
});

test('an older version is refused with the current one, and what was not shown is not frozen', async () => {
  const stale = await save({ expectedVersion: 1, specialismsPerChoice: 1 });
  expect(stale.userErrors).toMatchObject([{ code: 'STALE_VERSION', currentVersion: 2 }]);
  const refused = await freeze({ expectedVersion: 2, digest: '0'.repeat(64), reason: ' ' });
  expect(refused).toEqual({
    notice: null,
    userErrors: [
      { code: 'CHANGED_SINCE_PREPARED', path: null },
      { code: 'BLANK', path: ['reason'] },
    ],
  });
});

test('frozen as shown, it is version 2, with its reason; a dossier received before keeps version 1', async () => {
  await world.later({ minutes: 5 });
  const shown = await draft();
  const input = { expectedVersion: 2, digest: shown.digest, reason: 'Deux places de plus', idempotencyKey: freshKey() };
  const { notice, userErrors } = await freeze(input);
  expect(userErrors).toEqual([]);
  expect(notice).toMatchObject({
    version: 2,
    digest: shown.digest,
    seats: 12,
    reason: 'Deux places de plus',
    frozenAt: '2027-02-01T09:05:00.000Z',
  });
  expect(await inForce()).toEqual({ version: 2, seats: 12 });
  expect((await freeze(input)).notice).toEqual(notice);
  expect(await draft()).toMatchObject({ number: 3, version: 3, inForce: { version: 2 }, changes: [] });
  const { desk } = await admin.read(
    'query ($c: ID!) { desk { candidacies(campaignId: $c, first: 5) { edges { node { notice { version } } } } } }',
    { c: campaignId },
  );
  expect(desk.candidacies.edges).toEqual([{ node: { notice: { version: 1 } } }]);
  const later = await submitted(await world.candidate('Ismaël'), { schools: ['imt-mines-albi'] });
  const { desk: after } = await admin.read(
    'query ($c: ID!) { desk { candidacies(campaignId: $c, first: 5, orderBy: RECEIVED_AT_DESC) { edges { node { notice { version } } } } } }',
    { c: later.campaignId },
  );
  expect(after.candidacies.edges.map(({ node }: Selected) => node.notice.version)).toEqual([2, 1]);
});

test('two colleagues who freeze at once make one version', async () => {
  const saved = await save({ expectedVersion: 3, intake: [{ route: 'ASTG3', seats: 13 }] });
  const { version, digest } = saved.noticeDraft;
  const both = await Promise.all([1, 2].map((n) => freeze({ expectedVersion: version, digest, reason: `Raison ${n}` })));
  expect(both.map(({ userErrors }) => userErrors[0]?.code ?? 'FROZEN').toSorted()).toEqual(['FROZEN', 'STALE_VERSION']);
  expect(await inForce()).toEqual({ version: 3, seats: 13 });
});

test('a notice that would leave the school incomplete is not frozen, nor any once the campaign has closed', async () => {
  const emptied = await save({ expectedVersion: 5, specialismIds: null, intake: null });
  expect(emptied.noticeDraft.objections.map(({ code }: Selected) => code)).toEqual(['MISSING_SPECIALISMS', 'MISSING_SEATS']);
  await world.sql(`update app.campaign set state = 'CLOSED'`);
  const { version, digest } = emptied.noticeDraft;
  const { userErrors } = await freeze({ expectedVersion: version, digest, reason: 'Trop tard' });
  expect(userErrors.map(({ code }: Selected) => code)).toEqual(['NOT_IN_THIS_STATE', 'MISSING_SPECIALISMS', 'MISSING_SEATS']);
  await world.sql(`update app.campaign set state = 'OPEN'`);
});

test('an officer neither reads nor writes the notice in preparation; a school without a part in a campaign has none', async () => {
  const officer = await world.member('imt-mines-albi', ['OFFICER']);
  const read = await officer.ask('query ($c: ID!) { desk { noticeDraft(campaignId: $c) { version } } }', { c: campaignId });
  expect(read.errors[0]?.extensions.code).toBe('FORBIDDEN');
  const unknown = Buffer.from(`Campaign:${crypto.randomUUID()}`).toString('base64url');
  const { desk } = await admin.read('query ($c: ID!) { desk { noticeDraft(campaignId: $c) { version } } }', { c: unknown });
  expect(desk.noticeDraft).toBeNull();
});

test('a school keeps its own page: a colour that can be read, a contact that can be reached', async () => {
  const document = `mutation ($input: SaveSchoolInput!) { saveSchool(input: $input) { school { shortName city colour version contact { name telephone email } } userErrors { code message path } } }`;
  const saveSchool = async (input: object) =>
    (await admin.read(document, { input: { idempotencyKey: freshKey(), ...input } })).saveSchool;
  const { desk } = await admin.read('{ desk { school { version colour } } }');
  const refused = await saveSchool({ expectedVersion: desk.school.version, colour: '#777777', city: ' ', contact: null });
  expect(refused.school).toBeNull();
  expect(refused.userErrors).toMatchObject([
    { code: 'BLANK', path: ['city'] },
    { code: 'CONTRAST_TOO_LOW', path: ['colour'], message: expect.stringContaining('#767676') },
    { code: 'CONTACT_REQUIRED', path: ['contact'] },
  ]);
  const contact = { name: 'Admissions', email: ' Admissions@Albi.Example ' };
  const saved = await saveSchool({ expectedVersion: desk.school.version, colour: '#00677F', contact });
  expect(saved.school).toMatchObject({
    colour: '#00677f',
    version: desk.school.version + 1,
    contact: { name: 'Admissions', telephone: null, email: 'admissions@albi.example' },
  });
  expect((await saveSchool({ expectedVersion: desk.school.version, city: 'Albi' })).userErrors[0].code).toBe('STALE_VERSION');
});
