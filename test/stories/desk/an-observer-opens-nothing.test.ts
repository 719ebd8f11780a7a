import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../world/actor.ts';
import { freshKey, submitted } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let observer: Actor;
let campaign: string;

beforeAll(async () => {
  world = await aWorld();
  observer = await world.member('imt-mines-ales', ['OBSERVER']);
  ({ campaignId: campaign } = await submitted(await world.candidate('Otto'), { schools: ['imt-mines-ales'] }));
});
afterAll(() => world.close());

const list = async () => {
  const { desk } = await observer.read(
    `query ($campaign: ID!) { desk { members { person { displayName } functions } candidacies(campaignId: $campaign, first: 5) { edges { node {
      id state isUnopened dossier { reference identity { lastName } institution answers { text } } } } } } }`,
    { campaign },
  );
  return desk;
};

test('an observer reads the list, without content', async () => {
  const { candidacies } = await list();
  expect(candidacies.edges).toMatchObject([
    { node: { state: 'RECEIVED', isUnopened: true, dossier: { identity: { lastName: 'Otto' }, answers: null } } },
  ]);
});

test('an observer opens nothing and changes nothing: every act is refused for the kind of principal alone', async () => {
  const { candidacies } = await list();
  const acts = {
    openCandidacy: { candidacyId: candidacies.edges[0].node.id },
    saveNotice: { campaignId: campaign, expectedVersion: 1 },
    freezeNotice: { campaignId: campaign, expectedVersion: 1, digest: '0'.repeat(64), reason: 'x' },
    saveSchool: { expectedVersion: 1, city: 'Nîmes' },
  };
  for (const [act, input] of Object.entries(acts)) {
    const type = `${act.charAt(0).toUpperCase()}${act.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${act}(input: $input) { userErrors { code } } }`;
    const answer = await observer.ask(document, { input: { ...input, idempotencyKey: freshKey() } });
    expect([act, answer.status, answer.errors[0]?.extensions.code, answer.data]).toEqual([act, 403, 'FORBIDDEN', null]);
  }
  const draft = await observer.ask('query ($c: ID!) { desk { noticeDraft(campaignId: $c) { version } } }', { c: campaign });
  expect(draft.errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect(await world.sql('select from app.opening')).toHaveLength(0);
  expect((await list()).candidacies.edges[0].node.isUnopened).toBe(true);
});
