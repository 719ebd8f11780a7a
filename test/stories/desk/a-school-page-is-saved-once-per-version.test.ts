import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { freshKey } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let admin: Actor;
beforeAll(async () => {
  world = await aWorld();
  admin = await world.member('imt-mines-ales', ['ADMIN'], 'Zoé');
});
afterAll(() => world.close());

const version = async () =>
  (await world.sql<{ version: number }>(`select version from app.school where slug = 'imt-mines-ales'`))[0]?.version ?? 0;
const inputOf = (city: string, expectedVersion: number) => ({ city, expectedVersion, idempotencyKey: freshKey() });

test('of several who save the same version at once one is taken, the others are told the version is stale', async () => {
  const seen = await version();
  const document = 'mutation ($input: SaveSchoolInput!) { saveSchool(input: $input) { school { city } userErrors { code } } }';
  const cities = ['Alès', 'Nîmes', 'Uzès', 'Sète', 'Mende', 'Lodève'];
  const answers = await Promise.all(cities.map((city) => admin.read(document, { input: inputOf(city, seen) })));
  const taken = answers.filter(({ saveSchool }: Selected) => saveSchool.school !== null);
  const codes = answers.flatMap(({ saveSchool }: Selected) => saveSchool.userErrors.map(({ code }: Selected) => code));
  expect([taken.length, new Set(codes), await version()]).toEqual([1, new Set(['STALE_VERSION']), seen + 1]);
});

test('two acts of one document each answer what they themselves have written', async () => {
  const seen = await version();
  const document = `mutation ($one: SaveSchoolInput!, $two: SaveSchoolInput!) {
    one: saveSchool(input: $one) { school { city } } two: saveSchool(input: $two) { school { city } } }`;
  const answer = await admin.read(document, { one: inputOf('Florac', seen), two: inputOf('Anduze', seen + 1) });
  expect(answer).toEqual({ one: { school: { city: 'Florac' } }, two: { school: { city: 'Anduze' } } });
});

test('a telephone pasted with blanks that do not break is taken, and kept with blanks that do', async () => {
  const document = `mutation ($input: SaveSchoolInput!) { saveSchool(input: $input) {
    school { contact { telephone } } userErrors { code path } } }`;
  const contact = { name: 'Admissions', telephone: '04\u{a0}66\u{202f}78 50\u{2009}00', email: null };
  const { saveSchool } = await admin.read(document, {
    input: { contact, expectedVersion: await version(), idempotencyKey: freshKey() },
  });
  expect(saveSchool).toEqual({ school: { contact: { telephone: '04 66 78 50 00' } }, userErrors: [] });
});
