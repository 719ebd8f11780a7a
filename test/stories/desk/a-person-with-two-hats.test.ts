import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { submitted } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let person: Actor;
let hats: Readonly<Record<string, string>>;

const account =
  '{ account { email locale hasSecondFactor hats { value kind membership { school { slug } functions person { displayName } } } memberships { school { slug } } } }';
const desk = '{ desk { school { slug } members { person { displayName } } } }';

beforeAll(async () => {
  world = await aWorld();
  person = await world.member('imt-mines-albi', ['OFFICER'], 'Double');
  await world.joinSchool(person, 'imt-mines-ales', ['OBSERVER']);
  const { hats: held } = (await person.read(account)).account;
  hats = Object.fromEntries(held.map(({ value, membership }: Selected) => [membership.school.slug, value]));
});
afterAll(() => world.close());

test('the account lists the hats, whatever hat is worn and with none chosen', async () => {
  const { account: read } = await person.read(account);
  expect(read).toMatchObject({ email: 'double@imt-mines-albi.example', locale: 'FR', hasSecondFactor: false });
  expect(
    read.hats.map(({ kind, membership }: Selected) => [kind, membership.school.slug, ...membership.functions]).toSorted(),
  ).toEqual([
    ['SCHOOL', 'imt-mines-albi', 'OFFICER'],
    ['SCHOOL', 'imt-mines-ales', 'OBSERVER'],
  ]);
  expect((await person.read(account, {}, { actingAs: hats['imt-mines-ales'] ?? '' })).account).toEqual(read);
  const nobody = await world.nobody.ask(account);
  expect([nobody.status, nobody.errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
});

test('with several hats and none named, everything but the account and what is public asks to choose', async () => {
  const answer = await person.ask(desk);
  expect([answer.status, answer.errors[0]?.extensions]).toEqual([403, { code: 'FORBIDDEN', reason: 'CHOOSE_HAT' }]);
  expect((await person.read('{ campaign(slug: "astg3-2027") { state } }')).campaign.state).toBe('OPEN');
});

test('the hat named is worn for that request alone, with the functions of that membership', async () => {
  for (const [slug, actingAs] of Object.entries(hats)) {
    expect((await person.read(desk, {}, { actingAs })).desk.school.slug).toBe(slug);
  }
  expect((await person.ask(desk)).errors[0]?.extensions.reason).toBe('CHOOSE_HAT');
  const draft = 'mutation ($input: OpenCandidacyInput!) { openCandidacy(input: $input) { userErrors { code } } }';
  const input = { candidacyId: 'none', idempotencyKey: crypto.randomUUID() };
  const codes = await Promise.all(
    ['imt-mines-albi', 'imt-mines-ales'].map(
      async (slug) => (await person.ask(draft, { input }, { actingAs: hats[slug] ?? '' })).errors[0]?.extensions.code,
    ),
  );
  expect(codes).toEqual(['NOT_FOUND', 'FORBIDDEN']);
});

test('B-22 another’s membership, a school’s id or slug, and anything malformed are forbidden alike; no header but one names a tenant', async () => {
  const other = await world.member('imt-lille-douai', ['ADMIN'], 'Autre');
  const otherHat = (await other.read(account)).account.hats[0].value;
  const { campaign } = await person.read('{ campaign(slug: "astg3-2027") { members { school { id slug } } } }');
  const named = [otherHat, campaign.members[0].school.id, campaign.members[0].school.slug, 'consortium', 'nonsense', ''];
  const answers: string[] = [];
  for (const actingAs of named) {
    const answer = await person.ask(desk, {}, { actingAs });
    answers.push(`${answer.status} ${answer.body}`);
  }
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toMatch(/^403 .*"FORBIDDEN"/);
  const headers = {
    'x-tenant-id': campaign.members[0].school.id,
    'x-school': 'imt-lille-douai',
    host: 'imt-lille-douai.example',
  };
  const claimed = await person.ask(desk, {}, { actingAs: hats['imt-mines-albi'] ?? '', headers });
  expect(claimed.data).toMatchObject({ desk: { school: { slug: 'imt-mines-albi' } } });
});

test('any account may name the candidate’s hat; it counts among those to choose from once there is a dossier', async () => {
  expect((await person.read('{ me { id } }', {}, { actingAs: 'candidate' })).me.id).toBeDefined();
  expect((await person.read(account)).account.hats).toHaveLength(2);
  await submitted(person, { schools: ['imt-lille-douai'] });
  const { account: after } = await person.read(account);
  expect(after.hats.find(({ kind }: Selected) => kind === 'CANDIDATE')).toEqual({
    value: 'candidate',
    kind: 'CANDIDATE',
    membership: null,
  });
  expect((await person.ask(desk, {}, { actingAs: 'candidate' })).errors[0]?.extensions.code).toBe('FORBIDDEN');
});

test('B-21 a membership that ended is worn no more on the very next request', async () => {
  const actingAs = hats['imt-mines-ales'] ?? '';
  expect((await person.ask(desk, {}, { actingAs })).status).toBe(200);
  await world.sql(
    `update app.membership set ended_at = (select at from test.clock) where account_id = $1 and school_id = (select id from app.school where slug = 'imt-mines-ales')`,
    [person.accountId],
  );
  const after = await person.ask(desk, {}, { actingAs });
  expect([after.status, after.errors[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
});
