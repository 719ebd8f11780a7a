import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { campaignAct, codes, furtherSettings } from '../../world/consortium.ts';
import { freshKey } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const draftOf = `query ($c: ID!) { desk { noticeDraft(campaignId: $c) { version digest requiredEcts changes { part } } } }`;

test('the credits a campaign requires are those of every version of its notices, also when they changed while one was written', async () => {
  const chair = await world.consortium('Odile');
  const admin = await world.member('imt-mines-albi', ['ADMIN'], 'Adeline');
  const settings = { ...furtherSettings, opensAt: '2027-01-15T08:00:00Z' };
  const { campaign } = await campaignAct(chair, 'createCampaign', { settings });
  const campaignId = campaign.campaign.id;
  const act = async (mutation: string, input: object, expectedVersion: number) =>
    expect(codes(await campaignAct(chair, mutation, { campaignId, expectedVersion, ...input }))).toEqual([]);
  const save = async (input: object) => {
    const document = 'mutation ($input: SaveNoticeInput!) { saveNotice(input: $input) { userErrors { code path } } }';
    const given = { campaignId, idempotencyKey: freshKey(), ...input };
    expect((await admin.read(document, { input: given })).saveNotice.userErrors).toEqual([]);
  };
  const { schools } = (await chair.read('{ consortium { schools(first: 9) { edges { node { id slug } } } } }')).consortium;
  const albi = schools.edges.find(({ node }: { node: { slug: string } }) => node.slug === 'imt-mines-albi').node.id;
  await act('setMembers', { schoolIds: [albi] }, 1);
  const [specialism] = (await world.nobody.read('{ specialisms { id } }')).specialisms;
  await save({ expectedVersion: 1, specialismIds: [specialism.id], intake: [{ route: 'ASTG3', seats: 4 }] });

  await act('updateCampaign', { settings: { ...settings, requiredEcts: 200 } }, 2);
  const draft = async () => (await admin.read(draftOf, { c: campaignId })).desk.noticeDraft;
  expect((await draft()).requiredEcts).toBe(200);
  await act('openCampaign', {}, 3);
  expect(await draft()).toMatchObject({ requiredEcts: 200, changes: [] });
  await save({ expectedVersion: 2, intake: [{ route: 'ASTG3', seats: 5 }] });
  expect((await draft()).changes).toEqual([{ part: 'SEATS' }]);
});
