import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { asConsortium, codes } from '../../world/consortium.ts';
import { freshKey } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let chair: Actor;

const save = async (input: object) => {
  const document = `mutation ($input: SaveSpecialismInput!) { saveSpecialism(input: $input) {
    specialism { id code version name { fr en } admittedMentions } userErrors { code path ... on StaleVersion { currentVersion } } } }`;
  return (await chair.read(document, { input: { idempotencyKey: freshKey(), ...input } }, asConsortium)).saveSpecialism;
};
const acoustics = { expectedVersion: 0, code: 'ACOU', name: { fr: 'Acoustique', en: 'Acoustics' }, admittedMentions: ['M018'] };

beforeAll(async () => {
  world = await aWorld();
  chair = await world.consortium('Odile');
});
afterAll(() => world.close());

describe('the list of specialisms that campaigns share', () => {
  let saved: Selected;

  test('takes a new one once per key, and anybody reads it', async () => {
    const idempotencyKey = freshKey();
    saved = (await save({ ...acoustics, idempotencyKey })).specialism;
    expect(saved).toMatchObject({ code: 'ACOU', version: 1, name: { fr: 'Acoustique' }, admittedMentions: ['M018'] });
    expect((await save({ ...acoustics, idempotencyKey })).specialism).toEqual(saved);
    const { specialisms } = await world.nobody.read('{ specialisms { id code } }');
    expect(specialisms).toContainEqual({ id: saved.id, code: 'ACOU' });
  });

  test('refuses what contradicts itself or the nomenclature, all of it at once', async () => {
    const wrong = { ...acoustics, name: { fr: ' ' }, admittedMentions: ['M018', 'M018', 'M999'] };
    expect((await save(wrong)).userErrors.map(({ code, path }: Selected) => `${path.join('.')} ${code}`)).toEqual([
      'name.fr BLANK',
      'admittedMentions.1 NAMED_TWICE',
      'admittedMentions.2 UNKNOWN_VALUE',
      'code ALREADY_EXISTS',
    ]);
  });

  test('changes one by its version; a notice frozen before says what it said', async () => {
    const { campaign } = await world.nobody.read(
      '{ campaign(slug: "astg3-2027") { members { notice { digest specialisms { id code version admittedMentions } } } } }',
    );
    const listed = campaign.members[0].notice.specialisms[0];
    const change = {
      specialismId: listed.id,
      expectedVersion: listed.version,
      code: listed.code,
      name: { fr: 'Autre nom' },
      admittedMentions: [],
    };
    expect((await save(change)).specialism).toMatchObject({ version: listed.version + 1, admittedMentions: [] });
    expect((await save(change)).userErrors).toMatchObject([{ code: 'STALE_VERSION', currentVersion: listed.version + 1 }]);
    const after = await world.nobody.read(
      '{ campaign(slug: "astg3-2027") { members { notice { digest specialisms { id admittedMentions } } } } }',
    );
    const frozen = after.campaign.members[0].notice;
    expect(frozen.digest).toBe(campaign.members[0].notice.digest);
    expect(frozen.specialisms.find(({ id }: Selected) => id === listed.id).admittedMentions).toEqual(listed.admittedMentions);
  });

  test('has no place for an id of nothing, and only the consortium writes it', async () => {
    const document = 'mutation ($input: SaveSpecialismInput!) { saveSpecialism(input: $input) { userErrors { code } } }';
    const input = { ...acoustics, specialismId: 'nonsense', idempotencyKey: freshKey() };
    // An empty one names nothing either: it adds no specialism.
    for (const specialismId of ['nonsense', ''])
      expect((await chair.ask(document, { input: { ...input, specialismId } }, asConsortium)).errors[0]?.extensions.code).toBe(
        'NOT_FOUND',
      );
    const admin = await world.member('imt-mines-albi', ['ADMIN'], 'Alix');
    expect((await admin.ask(document, { input })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(codes(await save({ ...acoustics, code: 'not a code' }))).toEqual(['UNKNOWN_VALUE']);
  });
});

test('the consortium fetches its own acts and colleagues by id; a school fetches none of them', async () => {
  const document = '{ consortium { audit(first: 1) { edges { node { id action actor { id displayName } } } } } }';
  const [{ node: entry }] = (await chair.read(document, {}, asConsortium)).consortium.audit.edges;
  const query =
    'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on AuditEntry { action } ... on Person { displayName } } }';
  const ids = [entry.id, ...(entry.actor ? [entry.actor.id] : [])];
  const own = await chair.read(query, { ids }, asConsortium);
  expect(own.nodes[0]).toEqual({ __typename: 'AuditEntry', action: entry.action });
  const admin = await world.member('imt-mines-albi', ['ADMIN'], 'Adeline');
  expect((await admin.read(query, { ids })).nodes).toEqual(ids.map(() => null));
});
