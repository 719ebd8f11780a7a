import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { asConsortium, campaignAct, furtherSettings, setupOf } from '../../world/consortium.ts';
import { freshKey } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let chair: Actor;
let campaignId: string;

beforeAll(async () => {
  world = await aWorld();
  chair = await world.consortium('Odile');
  campaignId = (await world.nobody.read('{ campaign(slug: "astg3-2027") { id } }')).campaign.id;
});
afterAll(() => world.close());

const told = ({ userErrors }: Selected) => userErrors.map(({ code, path }: Selected) => `${path.join('.')} ${code}`);
const copied = (opensOn: string) =>
  campaignAct(chair, 'copyCampaign', { campaignId, slug: 'copied', name: { fr: 'Copie', en: 'Copy' }, opensOn });
const farAway = '9999-12-31T23:59:59.999Z';

describe('a date in no year of a campaign', () => {
  test('is refused in settings, at its place', async () => {
    const settings = { ...furtherSettings, opensAt: '1890-01-01T00:00:00Z', closesAt: farAway };
    const both = ['settings.opensAt DATE_OUT_OF_RANGE', 'settings.closesAt DATE_OUT_OF_RANGE'];
    expect(told(await campaignAct(chair, 'createCampaign', { settings }))).toEqual(both);
    const made = (await campaignAct(chair, 'createCampaign', { settings: furtherSettings })).campaign;
    const named = { campaignId: made.campaign.id, expectedVersion: made.version };
    expect(told(await campaignAct(chair, 'updateCampaign', { ...named, settings }))).toEqual(both);
  });

  test('is refused for a deadline, which else would stand for ever', async () => {
    const { version } = await setupOf(chair, campaignId);
    const moving = { campaignId, expectedVersion: version, kind: 'CLOSING', at: farAway, reason: 'Une faute de frappe' };
    const { campaign, userErrors } = await campaignAct(chair, 'moveMilestone', moving);
    expect([campaign, userErrors]).toMatchObject([
      null,
      [{ code: 'DATE_OUT_OF_RANGE', message: 'Choisissez une date entre 2000 et 2100.' }],
    ]);
  });

  test('is refused for the day of the next season, told once though several dates come of it', async () => {
    const refused = ['opensOn NUMBER_OUT_OF_RANGE', 'opensOn DATE_OUT_OF_RANGE'];
    for (const opensOn of ['0001-01-01', '1850-06-01', '9999-12-31']) expect(told(await copied(opensOn))).toEqual(refused);
  });

  test('that was taken before is no internal error when the next season is copied from it', async () => {
    await world.sql(`update app.campaign set opens_at = '9999-06-01Z', closes_at = '9999-12-31Z' where slug = 'astg3-2028'`);
    const { consortium } = await chair.read(
      '{ consortium { campaigns(first: 9) { edges { node { campaign { id slug } } } } } }',
      {},
      asConsortium,
    );
    const [{ node }] = consortium.campaigns.edges;
    const input = {
      campaignId: node.campaign.id,
      slug: 'later',
      name: { fr: 'Copie', en: 'Copy' },
      opensOn: '9999-12-01',
      idempotencyKey: freshKey(),
    };
    const document = 'mutation ($input: CopyCampaignInput!) { copyCampaign(input: $input) { userErrors { code path } } }';
    expect([node.campaign.slug, told((await chair.read(document, { input }, asConsortium)).copyCampaign)]).toEqual([
      'astg3-2028',
      ['opensOn DATE_OUT_OF_RANGE'],
    ]);
  });
});
