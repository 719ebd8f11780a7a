import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { asConsortium, campaignAct, codes, furtherSettings, setupOf } from '../../world/consortium.ts';
import { freshKey } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let chair: Actor;
let campaignId: string;
let version: number;

const schoolId = async (slug: string) =>
  (await world.nobody.read('query ($slug: String!) { school(slug: $slug) { id } }', { slug })).school.id as string;
const create = async (school: object) => {
  const document =
    'mutation ($input: CreateSchoolInput!) { createSchool(input: $input) { school { id slug } userErrors { code path } } }';
  return (await chair.read(document, { input: { idempotencyKey: freshKey(), ...school } }, asConsortium)).createSchool;
};

beforeAll(async () => {
  world = await aWorld();
  chair = await world.consortium('Odile');
});
afterAll(() => world.close());

describe('a campaign is set up', () => {
  test('settings that do not stand are refused whole, each at its place', async () => {
    const wrong = { ...furtherSettings, slug: 'admin', zone: 'Paris', closesAt: furtherSettings.opensAt, maxChoices: 0 };
    const refused = await campaignAct(chair, 'createCampaign', { settings: wrong });
    expect(refused.campaign).toBeNull();
    expect(refused.userErrors.map(({ code, path }: Selected) => `${path.join('.')} ${code}`)).toEqual([
      'settings.slug SLUG_RESERVED',
      'settings.maxChoices NUMBER_OUT_OF_RANGE',
      'settings.zone UNKNOWN_VALUE',
      'settings.closesAt CLOSES_BEFORE_OPENING',
    ]);
    const taken = await campaignAct(chair, 'createCampaign', { settings: { ...furtherSettings, slug: 'astg3-2027' } });
    expect(codes(taken)).toEqual(['ALREADY_EXISTS']);
  });

  test('a campaign is made in DRAFT, seen by the consortium alone, and changed as long as it is a draft', async () => {
    const idempotencyKey = freshKey();
    const made = await campaignAct(chair, 'createCampaign', { settings: furtherSettings, idempotencyKey });
    const again = await campaignAct(chair, 'createCampaign', { settings: furtherSettings, idempotencyKey });
    campaignId = made.campaign.campaign.id;
    expect(again.campaign.campaign.id).toBe(campaignId);
    expect((await world.nobody.read('{ campaign(slug: "astg3-2028") { id } }')).campaign).toBeNull();
    const settings = { ...furtherSettings, maxChoices: 4 };
    const changed = await campaignAct(chair, 'updateCampaign', { campaignId, expectedVersion: 1, settings });
    expect(changed.campaign.version).toBe(2);
    const stale = await campaignAct(chair, 'updateCampaign', { campaignId, expectedVersion: 1, settings });
    expect(stale.userErrors).toMatchObject([{ code: 'STALE_VERSION', currentVersion: 2 }]);
    version = 2;
  });

  test('a school is made under names its administrators can save, and no others', async () => {
    const refused = await create({ slug: 'essai-long', name: 'École d’Essai', shortName: 'x'.repeat(31), city: 'Nantes' });
    expect(refused.userErrors).toEqual([{ code: 'TEXT_TOO_LONG', path: ['shortName'] }]);
    await create({ slug: 'essai-long', name: 'École d’Essai', shortName: 'x'.repeat(30), city: 'y'.repeat(100) });
    const administrator = await world.member('essai-long', ['ADMIN'], 'Longue');
    const document =
      'mutation ($input: SaveSchoolInput!) { saveSchool(input: $input) { school { id } userErrors { code path } } }';
    const input = { expectedVersion: 1, colour: '#1f3864', idempotencyKey: freshKey() };
    expect((await administrator.read(document, { input })).saveSchool.userErrors).toEqual([]);
  });

  test('a deadline that passed is told as the clocks of the campaign’s zone showed it', async () => {
    const zone = 'Indian/Reunion';
    const early = { opensAt: '2027-01-01T08:00:00Z', closesAt: '2027-01-31T20:00:00Z' };
    const made = await campaignAct(chair, 'createCampaign', {
      settings: { ...furtherSettings, ...early, slug: 'reunion', zone },
    });
    const { id } = made.campaign.campaign;
    const refused = await campaignAct(chair, 'openCampaign', { campaignId: id, expectedVersion: 1 });
    const passed = ({ code }: Selected) => code === 'DEADLINE_PASSED';
    expect(refused.userErrors.find(passed).message).toContain('1er février 2027');
    expect(refused.userErrors.find(passed).message).toBe((await setupOf(chair, id)).objections.find(passed).message);
  });

  test('I-16 a school takes no reserved or look-alike name, nor that of a school no longer listed', async () => {
    const names = { name: 'École d’Essai', shortName: 'Essai', city: 'Nantes' };
    for (const slug of ['api', 'imt-mines-аlbi', 'Essai', ''])
      expect((await create({ ...names, slug })).userErrors[0].code).toMatch(/^SLUG_/);
    await world.sql(`insert into app.school (id, slug, name, short_name, city, is_listed, version)
      values (gen_random_uuid(), 'gone', 'Gone', 'Gone', 'Gone', false, 1)`);
    expect((await create({ ...names, slug: 'gone' })).userErrors).toEqual([{ code: 'ALREADY_EXISTS', path: ['slug'] }]);
    expect((await create({ ...names, name: ' ', slug: 'essai' })).userErrors).toEqual([{ code: 'BLANK', path: ['name'] }]);
    expect((await create({ ...names, slug: 'imt-essai' })).school.slug).toBe('imt-essai');
  });
});

describe('a campaign opens', () => {
  test('only when every member school is complete; the objections are listed all at once, before the act and at it', async () => {
    const schoolIds = [await schoolId('imt-essai'), await schoolId('imt-mines-albi')];
    const set = await campaignAct(chair, 'setMembers', { campaignId, expectedVersion: version, schoolIds });
    version = set.campaign.version;
    const expected = [
      'MISSING_SPECIALISMS',
      'MISSING_SEATS',
      'MISSING_CONTACT',
      'MISSING_ADMIN', // of the new school
      'MISSING_SPECIALISMS',
      'MISSING_SEATS', // Albi has people and contact from the other campaign
    ];
    expect(set.campaign.objections.map(({ code }: Selected) => code)).toEqual(expected);
    expect(set.campaign.objections[0].message).toContain('imt-essai');
    const [essai, albi] = set.campaign.members;
    expect(essai.checklist.every(({ isDone }: Selected) => !isDone)).toBe(true);
    expect(albi.checklist.filter(({ isDone }: Selected) => isDone).map(({ item }: Selected) => item)).toEqual([
      'CONTACT',
      'ADMIN',
    ]);
    const refused = await campaignAct(chair, 'openCampaign', { campaignId, expectedVersion: version });
    expect(codes(refused)).toEqual(expected);
    expect((await setupOf(chair, campaignId)).campaign.state).toBe('DRAFT');
  });

  test('and then every notice is frozen as version 1, with the level the campaign asks for', async () => {
    const schoolIds = [await schoolId('imt-mines-albi')];
    const set = await campaignAct(chair, 'setMembers', { campaignId, expectedVersion: version, schoolIds });
    const albi = await world.member('imt-mines-albi', ['ADMIN'], 'Adeline');
    const [specialism] = (await world.nobody.read('{ specialisms { id } }')).specialisms;
    const saved = await albi.read(
      'mutation ($input: SaveNoticeInput!) { saveNotice(input: $input) { userErrors { code path } } }',
      {
        input: {
          campaignId,
          expectedVersion: 1,
          idempotencyKey: freshKey(),
          specialismIds: [specialism.id],
          intake: [{ route: 'ASTG3', seats: null }],
        },
      },
    );
    expect(saved.saveNotice.userErrors).toEqual([]);
    const opened = await campaignAct(chair, 'openCampaign', { campaignId, expectedVersion: set.campaign.version });
    expect(opened.userErrors).toEqual([]);
    expect(opened.campaign).toMatchObject({
      campaign: { state: 'OPEN' },
      objections: null,
      members: [{ school: { slug: 'imt-mines-albi' }, notice: { version: 1 }, isComplete: true }],
    });
    const { campaign } = await world.nobody.read('{ campaign(slug: "astg3-2028") { members { notice { requiredEcts } } } }');
    expect(campaign.members).toEqual([{ notice: { requiredEcts: 240 } }]);
    version = opened.campaign.version;
  });

  test('and from then on its settings stay: only the deadline moves', async () => {
    const refused = await campaignAct(chair, 'updateCampaign', {
      campaignId,
      expectedVersion: version,
      settings: furtherSettings,
    });
    expect(codes(refused)).toEqual(['NOT_IN_THIS_STATE']);
    expect(codes(await campaignAct(chair, 'openCampaign', { campaignId, expectedVersion: version }))).toEqual([
      'NOT_IN_THIS_STATE',
    ]);
    expect(codes(await campaignAct(chair, 'archiveCampaign', { campaignId, expectedVersion: version }))).toEqual([
      'NOT_IN_THIS_STATE',
    ]);
  });

  test('its acts stand in the consortium’s trail with their author, and nobody else reads that', async () => {
    const document = '{ consortium { audit(first: 50) { edges { node { action actor { displayName } objectId } } } } }';
    const { consortium } = await chair.read(document, {}, asConsortium);
    const acts = consortium.audit.edges.map(({ node }: Selected) => [node.action, node.objectId, node.actor?.displayName]);
    expect(acts).toContainEqual(['CAMPAIGN_OPENED', campaignId, 'Odile']);
    expect(acts).toContainEqual(['CAMPAIGN_MEMBERS_CHANGED', campaignId, 'Odile']);
    expect(acts).toContainEqual(['SCHOOL_CREATED', await schoolId('imt-essai'), 'Odile']);
    const admin = await world.member('imt-mines-albi', ['ADMIN'], 'Alban');
    expect((await admin.ask(document)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await world.nobody.ask(document)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
